package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.NonProxyHosts;
import io.github.pythonlambda.index.ProxySettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestWheel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where pip looks for packages: what the plugin is told, beside what pip is told elsewhere. */
class IndexesTest {

    @TempDir
    Path folder;

    private LocalIndex one;
    private LocalIndex two;

    @BeforeEach
    void start() throws Exception {
        one = new LocalIndex();
        two = new LocalIndex();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private static IndexSettings settings(List<String> index, List<String> extraIndexes, List<URI> findLinks) {
        return new IndexSettings(
                index.stream().map(IndexLocation::parse).findFirst(),
                extraIndexes.stream().map(IndexLocation::parse).toList(),
                findLinks.stream()
                        .map(url -> new IndexLocation(url, Optional.empty()))
                        .toList(),
                List.of(),
                UserEnvironment.EMPTY);
    }

    /** A project whose requirements name no index. */
    private PipProject project(String requirements) {
        return new PipProject(folder, one).layer("deps", requirements.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> origins(PipProject project, Interpreter interpreter) throws Exception {
        return project.resolve(interpreter).all().stream()
                .map(wheel -> wheel.file().text() + " "
                        + wheel.index().map(URI::toString).orElse("-"))
                .toList();
    }

    @OnEachPython
    void theIndexIsAskedWithItsLogin(Interpreter interpreter) throws Exception {
        one.withLogin("us er", "p@ss/w%rd").add(TestWheel.of("demo", "1.0"));
        PipProject project = project("demo\n")
                .indexes(settings(List.of(one.url("us%20er", "p%40ss%2Fw%25rd") + "/"), List.of(), List.of()));

        assertThat(origins(project, interpreter)).containsExactly("demo-1.0-py3-none-any.whl " + one.url());
        assertThat(project.details()).noneMatch(line -> line.contains("p@ss") || line.contains("p%40ss"));
    }

    @OnEachPython
    void foldersAndPagesOfLinksAreNoIndexes(Interpreter interpreter) throws Exception {
        Path wheels = folder.resolve("a b/wheels");
        TestWheel.of("local", "1.0").writeTo(wheels);
        one.add(TestWheel.of("local", "0.9"), TestWheel.of("demo", "1.0"), TestWheel.of("page", "0.9"));
        two.add(TestWheel.of("page", "1.0"));
        URI page = URI.create(two.url() + "/page/");
        PipProject project = project("demo\nlocal\npage\n")
                .indexes(settings(List.of(one.url()), List.of(), List.of(wheels.toUri(), page)));

        assertThat(origins(project, interpreter))
                .containsExactly(
                        "demo-1.0-py3-none-any.whl " + one.url(),
                        "local-1.0-py3-none-any.whl -",
                        "page-1.0-py3-none-any.whl -");
        assertThat(project.warnings()).isEmpty();
    }

    @OnEachPython
    void aProjectThatTwoIndexesOfferIsWarnedOfOnce(Interpreter interpreter) throws Exception {
        one.withLogin("user", "s3cr3t")
                .add(
                        TestWheel.of("own", "1.0").requires("shared"),
                        TestWheel.of("shared", "1.0"),
                        TestWheel.of("unused", "1.0"),
                        TestWheel.of("own-native", "1.0"));
        two.add(
                TestWheel.of("own", "9.9"),
                TestWheel.of("unused", "9.9"),
                TestWheel.of("own-native", "9.9").tag("cp313-cp313-win_amd64"));
        PipProject project = project("own==1.0\nshared\nown-native\n")
                .indexes(settings(List.of(two.url()), List.of(one.url("user", "s3cr3t")), List.of()));

        assertThat(origins(project, interpreter))
                .containsExactly(
                        "own-1.0-py3-none-any.whl " + one.url(),
                        "own_native-1.0-py3-none-any.whl " + one.url(),
                        "shared-1.0-py3-none-any.whl " + one.url());
        assertThat(project.warnings())
                .singleElement()
                .asString()
                .startsWith("own is offered by " + two.url() + " and by http://127.0.0.1:")
                .contains("dependency confusion")
                .doesNotContain("s3cr3t");
    }

    @OnEachPython
    void anIndexInTheRequirementsReplacesThePlugins(Interpreter interpreter) throws Exception {
        one.add(TestWheel.of("demo", "1.0"));
        two.add(TestWheel.of("demo", "2.0"));
        PipProject project = project("--index-url " + one.url() + "\ndemo\n")
                .indexes(settings(List.of(two.url()), List.of(), List.of()));

        assertThat(origins(project, interpreter)).containsExactly("demo-1.0-py3-none-any.whl " + one.url());
        assertThat(two.requests()).isEmpty();
    }

    @OnEachPython
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
    void whereTheParametersSayNothingPipsOwnSettingsCount(Interpreter interpreter) throws Exception {
        one.withLogin("user", "s3cr3t").add(TestWheel.of("demo", "1.0"));
        two.add(TestWheel.of("extra", "1.0"));
        Path settings = new PipProject(folder, one)
                .write("pip.conf", "[global]\nindex-url = " + one.url() + "\nextra-index-url = " + one.url() + "/no\n");
        new PipProject(folder, one).write(".netrc", "machine 127.0.0.1 login user password s3cr3t\n");
        PipProject project = project("demo\nextra\n")
                .variable("PIP_CONFIG_FILE", settings.toString())
                .indexes(settings(List.of(), List.of(two.url()), List.of()));

        assertThat(origins(project, interpreter))
                .containsExactly("demo-1.0-py3-none-any.whl " + one.url(), "extra-1.0-py3-none-any.whl " + two.url());
        assertThat(one.requests()).noneMatch(path -> path.contains("/no/"));
    }

    @OnEachPython
    void aProxyOfMavenIsUsed(Interpreter interpreter) {
        ProxySettings proxy = new ProxySettings("http", "127.0.0.1", 1, Optional.empty(), NonProxyHosts.NONE);
        one.add(TestWheel.of("demo", "1.0"));
        IndexSettings behindProxy = new IndexSettings(
                Optional.of(IndexLocation.parse(one.url())),
                List.of(),
                List.of(),
                List.of(proxy),
                new UserEnvironment(Map.of()));
        PipProject project = project("demo\n").variable("PIP_RETRIES", "0").indexes(behindProxy);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.resolve(interpreter))
                .withMessageContaining("the package index cannot be reached")
                .withMessageContaining("roxy");
        assertThat(one.requests()).isEmpty();
    }

    @OnEachPython
    void offlineAFolderOfWheelsIsLookedAtAndNoIndex(Interpreter interpreter) throws Exception {
        Path wheels = folder.resolve("wheels");
        TestWheel.of("demo", "1.0").writeTo(wheels);
        one.add(TestWheel.of("demo", "2.0"));
        PipProject project = project("demo\n")
                .offline()
                .indexes(settings(
                        List.of(one.url()),
                        List.of(one.url()),
                        List.of(wheels.toUri(), URI.create(one.url() + "/demo/"))));

        List<ResolvedWheel> chosen = project.resolve(interpreter).all();

        assertThat(PipProject.names(chosen)).containsExactly("demo-1.0-py3-none-any.whl");
        assertThat(one.requests()).isEmpty();
    }
}
