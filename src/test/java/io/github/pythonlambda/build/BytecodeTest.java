package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.archive.SourceArchive;
import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds with compiled modules in their zips. The runtime is the one whose version the tests' interpreter has. */
class BytecodeTest {

    private static final String COMPILED = "python/own/__pycache__/__init__.cpython-314.pyc";

    @TempDir
    Path folder;

    private LocalIndex index;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private BuildProject project(String name) throws IOException {
        return new BuildProject(Files.createDirectories(folder.resolve(name)), index).runtime("python3.14");
    }

    private static SortedMap<String, byte[]> zip(BuildProject project, String name) throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (SourceArchive archive = SourceArchive.open(project.output().resolve(name))) {
            for (SourceEntry entry : archive.entries()) {
                files.put(entry.name(), entry.readAll());
            }
        }
        return files;
    }

    private static JsonNode manifest(BuildProject project) throws Exception {
        return new ObjectMapper().readTree(project.outputFiles().get("manifest.json"));
    }

    @Test
    void compiledModulesLieBesideTheirSourcesAndAreCounted() throws Exception {
        BuildProject project = project("a").bytecode().app().wheels("web", TestWheel.of("own", "1.0"));

        project.build();

        SortedMap<String, byte[]> layer = zip(project, "web-x86_64.zip");
        assertThat(layer).containsKeys("python/own/__init__.py", COMPILED);
        // Unchecked: nobody edits a layer. Checked: the app can be edited in Lambda's console.
        assertThat(layer.get(COMPILED)[4]).isEqualTo((byte) 1);
        assertThat(zip(project, "app.zip").get("__pycache__/main.cpython-314.pyc")[4])
                .isEqualTo((byte) 3);
        assertThat(new String(layer.get(COMPILED), StandardCharsets.ISO_8859_1))
                .contains("/opt/python/own/__init__.py");
        long bytes =
                layer.values().stream().mapToLong(content -> content.length).sum();
        JsonNode described = manifest(project);
        assertThat(described.path("bytecode").asText())
                .isEqualTo(TestInterpreters.newest().version());
        assertThat(described.at("/layers/0/unzippedBytes").asLong()).isEqualTo(bytes);
        assertThat(described.at("/layers/0/packages/0/size").asLong()).isEqualTo(bytes);
        assertThat(project.log().infos()).anyMatch(line -> line.startsWith("Compiled 1 package with CPython 3.14."));
    }

    @Test
    void withoutTheParameterThereAreNone() throws Exception {
        BuildProject project = project("a").app().wheels("web", TestWheel.of("own", "1.0"));

        project.build();

        assertThat(zip(project, "web-x86_64.zip").keySet()).noneMatch(path -> path.endsWith(".pyc"));
        assertThat(manifest(project).has("bytecode")).isFalse();
    }

    @Test
    void twoBuildsWithEmptyCachesWriteTheSame() throws Exception {
        BuildProject first = project("a").bytecode().app().wheels("web", TestWheel.of("own", "1.0"));
        BuildProject second = project("b").bytecode().app().wheels("web", TestWheel.of("own", "1.0"));
        first.build();
        second.build();

        assertThat(first.outputFiles()).hasSameSizeAs(second.outputFiles());
        SortedMap<String, byte[]> written = second.outputFiles();
        first.outputFiles()
                .forEach((name, content) ->
                        assertThat(written.get(name)).as(name).isEqualTo(content));
    }

    @Test
    void aLayerIsWrittenAnewWhenTheParameterIsSetAndNotAgain() throws Exception {
        BuildProject project = project("a").wheels("web", TestWheel.of("own", "1.0"));
        project.build();
        project.bytecode();

        BuildResult second = project.build();
        BuildResult third = project.build();

        assertThat(second.changed()).contains(project.output().resolve("web-x86_64.zip"));
        assertThat(third.changed()).isEmpty();
        assertThat(project.log().infos().stream().filter(line -> line.startsWith("Compiled ")))
                .hasSize(1);
    }

    @Test
    void bothArchitecturesShareWhatIsCompiled() throws Exception {
        BuildProject project =
                project("a").bytecode().architectures("x86_64", "arm64").wheels("web", TestWheel.of("own", "1.0"));

        project.build();

        assertThat(zip(project, "web-arm64.zip").get(COMPILED))
                .isEqualTo(zip(project, "web-x86_64.zip").get(COMPILED));
        assertThat(project.log().infos()).anyMatch(line -> line.startsWith("Compiled 1 package "));
    }

    @Test
    void aCompiledModuleOfTheWheelsMakerIsReplaced() throws Exception {
        String path = "own/__pycache__/__init__.cpython-314.pyc";
        BuildProject project = project("a")
                .bytecode()
                .wheels("web", TestWheel.of("own", "1.0").file(path, "stale").file("own/old.pyc", "kept"));

        project.build();

        SortedMap<String, byte[]> layer = zip(project, "web-x86_64.zip");
        assertThat(new String(layer.get(COMPILED), StandardCharsets.ISO_8859_1)).isNotEqualTo("stale");
        assertThat(layer.get("python/own/old.pyc")).asString().isEqualTo("kept");
    }

    @Test
    void partsOfANamespacePackageInTwoLayersDoNotClash() throws Exception {
        String declaration = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n";
        BuildProject project = project("a")
                .bytecode()
                .wheels("one", TestWheel.of("own", "1.0").file("space/__init__.py", "# one\n" + declaration))
                .wheels("two", TestWheel.of("other", "1.0").file("space/__init__.py", "# the other\n\n" + declaration));

        project.build();

        String compiled = "python/space/__pycache__/__init__.cpython-314.pyc";
        assertThat(zip(project, "one-x86_64.zip").get(compiled))
                .isNotEqualTo(zip(project, "two-x86_64.zip").get(compiled));
    }

    @Test
    void modulesThatCannotBeCompiledAreToldOf() throws Exception {
        BuildProject project = project("a")
                .bytecode()
                .app()
                .file("src/app/broken.py", "def (:\n")
                .wheels("web", TestWheel.of("own", "1.0").file("own/template.py", "{{ name }} = {%\n"));

        project.build();

        assertThat(project.log().infos())
                .anyMatch(line -> line.contains("bytecode") && line.contains("python/own/template.py: line 1: "))
                .anyMatch(line ->
                        line.contains("the app has modules that Python 3.14.") || line.contains("broken.py: line 1: "));
        assertThat(manifest(project).path("findings").findValuesAsText("rule")).containsExactly("bytecode", "bytecode");
    }

    @Test
    void offlineWithoutTheInterpreterTheBuildSaysWhatToDo() throws Exception {
        ProblemException missing = new ProblemException(
                Problem.of("Maven cannot get the embedded Python interpreter").remedy("run online"));
        BuildProject project = project("a")
                .bytecode()
                .wheels("web", TestWheel.of("own", "1.0"))
                .embeddedPython(
                        new HostPlatform(HostPlatform.System.LINUX, "x86_64", Optional.of(new GlibcVersion(2, 39))),
                        release -> {
                            // What resolves is there; what compiles is asked for by its full name.
                            if (release.python().startsWith("3.13.")) {
                                throw missing;
                            }
                            return TestInterpreters.jar(release);
                        })
                .runtime("python3.13");

        ProblemException failure = catchThrowableOfType(ProblemException.class, project::build);

        assertThat(failure).isSameAs(missing);
        assertThat(project.output()).doesNotExist();
    }
}
