package io.github.pythonlambda.build;

import static io.github.pythonlambda.testing.TestResolution.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.archive.SourceArchive;
import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds with layers that take packages by their names. */
class LayerSplitBuildTest {

    private static final LayerSplit.Part SCIENCE = part("science", "num* Pan_Das", "");

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        index.add(
                TestWheel.of("pan.das", "1.0").requires("numpy"),
                TestWheel.of("numpy", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64"),
                TestWheel.of("numpy", "1.0").tag("cp313-cp313-manylinux_2_17_aarch64"),
                TestWheel.of("api", "1.0"),
                TestWheel.of("api", "2.0"));
        project = new BuildProject(folder, index).requirements("web", "pan-das", "api==1.0");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private JsonNode manifest() throws Exception {
        return new ObjectMapper().readTree(project.outputFiles().get("manifest.json"));
    }

    private Map<String, List<String>> packages() throws Exception {
        Map<String, List<String>> packages = new TreeMap<>();
        for (JsonNode layer : manifest().get("layers")) {
            List<String> names = new ArrayList<>();
            layer.get("packages").forEach(wheel -> names.add(wheel.get("name").textValue()));
            packages.put(layer.get("path").textValue(), names);
        }
        return packages;
    }

    private SortedMap<String, byte[]> zip(String name) throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (SourceArchive archive = SourceArchive.open(project.output().resolve(name))) {
            for (SourceEntry entry : archive.entries()) {
                files.put(entry.name(), entry.readAll());
            }
        }
        return files;
    }

    private long count(String start) {
        return project.log().infos().stream()
                .filter(line -> line.startsWith(start))
                .count();
    }

    @Test
    void packagesGoToTheZipsOfTheirLayers() throws Exception {
        project.split(SCIENCE).architectures("arm64", "x86_64").build();

        assertThat(packages())
                .containsExactly(
                        Map.entry("science-arm64.zip", List.of("numpy", "pan-das")),
                        Map.entry("science-x86_64.zip", List.of("numpy", "pan-das")),
                        Map.entry("web-arm64.zip", List.of("api")),
                        Map.entry("web-x86_64.zip", List.of("api")));
        assertThat(zip("science-arm64.zip"))
                .containsKeys("python/numpy/__init__.py", "python/pan.das/__init__.py")
                .doesNotContainKey("python/api/__init__.py");
        assertThat(zip("web-arm64.zip").keySet())
                .contains("python/api/__init__.py")
                .noneMatch(path -> path.contains("numpy") || path.contains("pan"));
        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void localWheelsGoToThemAsWell() throws Exception {
        project.wheels("own", TestWheel.of("acme-core", "1.0"), TestWheel.of("acme-rules", "1.0"))
                .split(part("steady", "*", "acme-* api"))
                .build();

        assertThat(packages())
                .containsExactly(
                        Map.entry("own-x86_64.zip", List.of("acme-core", "acme-rules")),
                        Map.entry("steady-x86_64.zip", List.of("numpy", "pan-das")),
                        Map.entry("web-x86_64.zip", List.of("api")));
    }

    @Test
    void whereOneLayerChangesTheOthersZipIsNotTouched() throws Exception {
        project.split(SCIENCE).build();
        Path science = project.output().resolve("science-x86_64.zip");
        Path web = project.output().resolve("web-x86_64.zip");
        FileTime old = Files.getLastModifiedTime(science);
        byte[] steady = Files.readAllBytes(science);
        byte[] moving = Files.readAllBytes(web);

        BuildResult result = project.requirements("web", "pan-das", "api==2.0").build();

        assertThat(Files.readAllBytes(science)).isEqualTo(steady);
        assertThat(Files.getLastModifiedTime(science)).isEqualTo(old);
        assertThat(Files.readAllBytes(web)).isNotEqualTo(moving);
        assertThat(result.changed()).contains(web).doesNotContain(science);
        assertThat(count("Packed science-")).isOne();
        assertThat(count("Packed web-")).isEqualTo(2);
    }

    @Test
    void otherPatternsMovePackagesAndNothingIsResolvedForThat() throws Exception {
        project.reuse(Duration.ofDays(1), false).split(SCIENCE).build();
        index.forgetRequests();

        project.split(part("science", "numpy", "")).build();

        assertThat(index.requests()).isEmpty();
        assertThat(packages())
                .containsExactly(
                        Map.entry("science-x86_64.zip", List.of("numpy")),
                        Map.entry("web-x86_64.zip", List.of("api", "pan-das")));
        assertThat(count("Reused the resolution")).isOne();
    }

    @Test
    void aLockIsTheSameWithAndWithoutThem() throws Exception {
        project.architectures("arm64", "x86_64").lock(null);
        Path lock = folder.resolve("src/layers/pylock.toml");
        byte[] without = Files.readAllBytes(lock);

        project.split(SCIENCE).lock(null);
        assertThat(lock).hasBinaryContent(without);
        project.withoutAnyPython().build();

        assertThat(packages())
                .containsEntry("science-arm64.zip", List.of("numpy", "pan-das"))
                .containsEntry("web-x86_64.zip", List.of("api"));
    }

    @Test
    void theLockOfAnotherToolIsSplitToo() throws Exception {
        project.lock(null);
        Path lock = folder.resolve("src/layers/pylock.toml");
        // Without our own table it is as any tool writes it.
        String text = Files.readString(lock);
        Files.delete(lock);
        Files.delete(folder.resolve("src/layers/web/requirements.txt"));
        String foreign = text.replaceAll("(?s)\n\\[(packages\\.)?tool.*?(?=\n\\[\\[|$)", "");
        assertThat(foreign).contains("numpy").doesNotContain("tool");
        project.file("src/layers/web/pylock.toml", foreign).withoutAnyPython();

        project.split(SCIENCE).build();

        assertThat(packages())
                .containsExactly(
                        Map.entry("science-x86_64.zip", List.of("numpy", "pan-das")),
                        Map.entry("web-x86_64.zip", List.of("api")));
    }

    @Test
    void aLayerWhosePackagesAreAllTakenHasNoZip() throws Exception {
        project.wheels("own", TestWheel.of("own", "1.0"))
                .app()
                .split(part("all", "*", "own"))
                .build();

        assertThat(project.outputFiles())
                .containsOnlyKeys("all-x86_64.zip", "app.zip", "manifest.json", "own-x86_64.zip", "report.json");
        assertThat(packages()).containsOnlyKeys("all-x86_64.zip", "own-x86_64.zip");
        assertThat(project.log().infos())
                .contains("Layer 'web' has no zip for python3.13 on x86_64: <layers> take all of its packages");
    }

    @Test
    void aLayerThatTakesNothingIsAnErrorAndNothingIsWritten() {
        project.split(SCIENCE, part("clouds", "goggle-*", ""));

        assertThatThrownBy(project::build).hasMessageContaining("layer 'clouds' would be empty");
        assertThat(project.output()).doesNotExist();
    }

    @Test
    void withoutAnyLayerThereIsNothingToSplit() throws Exception {
        Files.delete(folder.resolve("src/layers/web/requirements.txt"));
        Files.delete(folder.resolve("src/layers/web"));

        project.app().split(SCIENCE).build();

        assertThat(project.outputFiles()).containsOnlyKeys("app.zip", "manifest.json", "report.json");
        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void theGoalsThatWriteNothingSplitToo() throws Exception {
        project.split(SCIENCE).check();
        assertThat(project.outputFiles()).isEmpty();
        assertThat(project.log().infos()).contains("Checked 3 packages: no error");

        Resolution resolution = project.resolve().get(0).resolution();
        assertThat(resolution.wheels().keySet()).containsExactly("web", "science");
        assertThat(resolution.of("science")).extracting(ResolvedWheel::name).hasToString("[numpy, pan-das]");

        project.explaining("numpy").resolve();
        assertThat(project.log().infos()).contains("numpy 1.0 is in layer 'science' for python3.13 on x86_64");
    }

    @Test
    void theLayersThatThereAreAreCounted() throws Exception {
        project.wheels("own", TestWheel.of("own", "1.0"), TestWheel.of("a", "1.0"), TestWheel.of("b", "1.0"));
        LayerSplit.Part[] five = {
            part("l1", "numpy", ""),
            part("l2", "pan-das", ""),
            part("l3", "api", ""),
            part("l4", "a", ""),
            part("l5", "b", "")
        };

        project.split(five).build();
        assertThat(project.log().warnings()).singleElement().asString().contains("5 layers, and these are 6");
    }

    @Test
    void aFolderThatIsEmptiedDoesNotCount() throws Exception {
        project.split(part("l1", "numpy", ""), part("l2", "pan-das", ""), part("l3", "api", ""))
                .wheels("own", TestWheel.of("own", "1.0"))
                .wheels("more", TestWheel.of("more", "1.0"))
                .build();

        assertThat(packages()).hasSize(5);
        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void theAppsZipAndALayersHaveDifferentNames() {
        project.app("science-x86_64", "src/app")
                .file("src/app/main.py", "")
                .file("src/app/run.sh", "#!/bin/bash\nexec python main.py\n")
                .split(SCIENCE);

        assertThatThrownBy(project::build).hasMessageContaining("the app zip and a layer zip would have the same name");
    }

    @Test
    void thePartsOfANamespacePackageMayBeInDifferentLayers() throws Exception {
        String declaration = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n";
        project.wheels(
                        "own",
                        namespaced("acme-a", "acme/a.py").file("acme/__init__.py", declaration),
                        namespaced("acme-b", "acme/b.py").file("acme/__init__.py", "# of acme-b\n" + declaration),
                        namespaced("open-a", "open/a/__init__.py"),
                        namespaced("open-b", "open/b/__init__.py"))
                .split(part("a", "acme-a open-a", ""))
                .build();

        // Lambda unpacks both to /opt, where the parts are one folder again.
        assertThat(zip("a-x86_64.zip"))
                .containsKeys("python/acme/__init__.py", "python/acme/a.py", "python/open/a/__init__.py");
        assertThat(zip("own-x86_64.zip"))
                .containsKeys("python/acme/__init__.py", "python/acme/b.py", "python/open/b/__init__.py");
        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void filesThatAreOneByChanceClashOverLayersToo() {
        project.wheels(
                        "own",
                        namespaced("acme-a", "acme/a.py").file("acme/__init__.py", "A = 1\n"),
                        namespaced("acme-b", "acme/b.py").file("acme/__init__.py", "B = 1\n"))
                .split(part("a", "acme-a", ""));

        assertThatThrownBy(project::build).hasMessageContaining("python/acme/__init__.py");
    }

    private static TestWheel namespaced(String name, String file) {
        TestWheel plain = TestWheel.of(name, "1.0");
        return new TestWheel(
                plain.name(),
                plain.version(),
                plain.tag(),
                plain.requirements(),
                plain.requiresPython(),
                Map.of(file, new byte[0]));
    }

    @Test
    void compiledModulesLieBesideTheirSources() throws Exception {
        project.runtime("python3.14")
                .bytecode()
                .requirements("web", "api==1.0")
                .wheels("web", TestWheel.of("own", "1.0"))
                .split(part("steady", "api", ""))
                .build();
        byte[] steady = project.outputFiles().get("steady-x86_64.zip");

        assertThat(zip("steady-x86_64.zip")).containsKey("python/api/__pycache__/__init__.cpython-314.pyc");
        assertThat(zip("web-x86_64.zip").keySet())
                .contains("python/own/__pycache__/__init__.cpython-314.pyc")
                .noneMatch(path -> path.startsWith("python/api"));

        project.wheels("web", TestWheel.of("own", "1.0").file("own/more.py", ""))
                .build();

        assertThat(project.outputFiles().get("steady-x86_64.zip")).isEqualTo(steady);
        assertThat(count("Packed steady-")).isOne();
    }
}
