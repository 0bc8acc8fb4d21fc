package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every parameter that Maven knows of counts, whatever its type. */
class GoalSettingsTest {

    private static MojoDescriptor descriptor(String goal) {
        try (Reader reader = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
            PluginDescriptor plugin = new PluginDescriptorBuilder().build(reader);
            return plugin.getMojo(goal);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> editable(String goal) {
        return descriptor(goal).getParameters().stream()
                .filter(Parameter::isEditable)
                .map(Parameter::getName);
    }

    @TestFactory
    Stream<DynamicTest> anotherValueOfAParameterIsAnotherSetting() {
        return Stream.concat(
                editable("package").map(name -> test("package", name, new PackageMojo(), new PackageMojo())),
                editable("layer").map(name -> test("layer", name, new LayerMojo(), new LayerMojo())));
    }

    private static DynamicTest test(String goal, String name, AbstractMojo plain, AbstractMojo changed) {
        return DynamicTest.dynamicTest(goal + " " + name, () -> {
            Field field = field(changed.getClass(), name);
            field.set(changed, another(field, field.get(changed)));

            assertThat(GoalSettings.of(changed, descriptor(goal), Map.of()))
                    .isNotEqualTo(GoalSettings.of(plain, descriptor(goal), Map.of()));
        });
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static Object another(Field field, Object value) throws ReflectiveOperationException {
        if (field.getType() == List.class) {
            ParameterizedType type = (ParameterizedType) field.getGenericType();
            return List.of(another((Class<?>) type.getActualTypeArguments()[0], null));
        }
        return another(field.getType(), value);
    }

    private static Object another(Class<?> type, Object value) throws ReflectiveOperationException {
        if (type == boolean.class) {
            return !(boolean) value;
        }
        if (type == String.class) {
            return "something else";
        }
        if (type == File.class) {
            return new File("something/else");
        }
        Object parameter = type.getDeclaredConstructor().newInstance();
        type.getMethod("set", String.class).invoke(parameter, "something=else");
        return parameter;
    }

    @Test
    void pipsVariablesCountWithoutTheirSecrets() {
        MojoDescriptor descriptor = descriptor("package");
        List<String> settings = GoalSettings.of(
                new PackageMojo(),
                descriptor,
                Map.of("PIP_INDEX_URL", "https://jo:secret@index.example/simple", "PATH", "/bin"));

        List<String> more = new ArrayList<>(settings);
        more.removeAll(GoalSettings.of(new PackageMojo(), descriptor, Map.of()));

        assertThat(more).singleElement().asString().startsWith("PIP_INDEX_URL=").doesNotContain("secret");
    }

    @Test
    void theTimeOfReproducibleBuildsCounts() {
        MojoDescriptor descriptor = descriptor("package");

        assertThat(GoalSettings.of(new PackageMojo(), descriptor, Map.of("SOURCE_DATE_EPOCH", "1")))
                .isNotEqualTo(GoalSettings.of(new PackageMojo(), descriptor, Map.of("SOURCE_DATE_EPOCH", "2")));
    }

    @Test
    void whatMavenPutsInIsNoSetting() throws IOException {
        assertThat(GoalSettings.of(new PackageMojo(), descriptor("package"), Map.of()))
                .noneMatch(setting -> setting.startsWith("session=") || setting.startsWith("project="));
    }
}
