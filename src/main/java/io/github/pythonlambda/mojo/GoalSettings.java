package io.github.pythonlambda.mojo;

import io.github.pythonlambda.pip.PipSettings;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;

/**
 * What is set for an execution of a goal, as texts without secrets that can be compared with those of the next one. The fields
 * are read by the names of the parameters that Maven knows, so that a new parameter cannot be forgotten here.
 */
final class GoalSettings {

    private static final String TIMESTAMP = "SOURCE_DATE_EPOCH";

    private GoalSettings() {}

    /**
     * Collects the settings.
     *
     * @param mojo with its parameters set
     * @param descriptor of the mojo
     * @param environment the environment variables
     */
    static List<String> of(AbstractMojo mojo, MojoDescriptor descriptor, Map<String, String> environment) {
        List<String> settings = new ArrayList<>();
        for (Parameter parameter : descriptor.getParameters()) {
            // The others are parts of Maven, such as the session.
            if (parameter.isEditable()) {
                settings.add(parameter.getName() + "=" + value(mojo, parameter.getName()));
            }
        }
        settings.addAll(PipSettings.variables(environment));
        settings.add(TIMESTAMP + "=" + environment.get(TIMESTAMP));
        return settings;
    }

    private static Object value(AbstractMojo mojo, String name) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return String.valueOf(field.get(mojo));
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("cannot read the parameter " + name, e);
            }
        }
        throw new IllegalStateException("the goal has no field for its parameter " + name);
    }
}
