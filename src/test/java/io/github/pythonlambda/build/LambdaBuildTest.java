package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.describe.LayerZip;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CpythonRelease;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestElf;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A build from a project's files to its zips. */
class LambdaBuildTest {

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        project = new BuildProject(folder, index);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> entries(String zipName) throws IOException {
        try (ZipFile zip = new ZipFile(project.output().resolve(zipName).toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static FileTime longAgo() {
        return FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void writesTheLayersTheAppAndTheManifest() throws Exception {
        index.add(TestWheel.of("web", "1.0").requires("shared"), TestWheel.of("shared", "1.0"));
        project.app()
                .requirements("a-web", "web")
                .requirements("b-own", "shared")
                .wheels("b-own", TestWheel.of("own", "1.0").requires("shared"));

        BuildResult result = project.build();

        assertThat(project.outputFiles())
                .containsOnlyKeys("a-web-x86_64.zip", "b-own-x86_64.zip", "manifest.json", "report.json", "app.zip");
        assertThat(entries("a-web-x86_64.zip"))
                .contains("python/web/__init__.py", "python/shared/__init__.py", "python/web-1.0.dist-info/METADATA");
        assertThat(entries("b-own-x86_64.zip"))
                .contains("python/own/__init__.py")
                .noneMatch(path -> path.startsWith("python/shared"));
        assertThat(entries("app.zip")).containsExactly("main.py", "run.sh");
        assertThat(result.layers()).extracting(LayerZip::name).containsExactly("a-web", "b-own");
        assertThat(result.changed()).hasSize(5);
        assertThat(project.log().warnings()).isEmpty();

        JsonNode manifest = new ObjectMapper().readTree(result.manifest().toFile());
        assertThat(manifest.at("/app/path").asText()).isEqualTo("app.zip");
        assertThat(manifest.at("/layers/0/packages").findValuesAsText("name")).containsExactly("shared", "web");
        assertThat(manifest.at("/layers/1/packages/0/sha256").asText())
                .isEqualTo(
                        TestWheel.of("own", "1.0").requires("shared").sha256().hex());
        assertThat(Files.readString(result.manifest())).doesNotContain(folder.toString());
    }

    @Test
    void isMadeForEveryArchitecture() throws Exception {
        index.add(
                TestWheel.of("native", "1.0")
                        .tag("cp313-cp313-manylinux_2_28_x86_64")
                        .requires("for-x86; platform_machine == 'x86_64'"),
                TestWheel.of("native", "1.0").tag("cp313-cp313-manylinux_2_28_aarch64"),
                TestWheel.of("for-x86", "1.0"));
        TestWheel own = TestWheel.of("own", "1.0");
        project.architectures("x86_64", "arm64")
                .requirements("deps", "native")
                .wheels(
                        "deps",
                        own.tag("cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64"),
                        own.tag("cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64"));

        BuildResult result = project.build();

        assertThat(result.layers())
                .extracting(layer -> layer.path().getFileName().toString())
                .containsExactly("deps-arm64.zip", "deps-x86_64.zip");
        assertThat(result.layers().get(0).packages())
                .extracting(wheel -> wheel.file().text())
                .containsExactly(
                        "native-1.0-cp313-cp313-manylinux_2_28_aarch64.whl",
                        "own-1.0-cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64.whl");
        assertThat(result.layers().get(1).packages())
                .extracting(wheel -> wheel.file().text())
                .containsExactly(
                        "for_x86-1.0-py3-none-any.whl",
                        "native-1.0-cp313-cp313-manylinux_2_28_x86_64.whl",
                        "own-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    }

    @Test
    void changesNothingWhenNothingHasChanged() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        project.app().requirements("deps", "demo").build();
        for (String name : project.outputFiles().keySet()) {
            Files.setLastModifiedTime(project.output().resolve(name), longAgo());
        }
        index.forgetRequests();

        assertThat(project.build().changed()).isEmpty();
        for (String name : project.outputFiles().keySet()) {
            assertThat(Files.getLastModifiedTime(project.output().resolve(name)))
                    .isEqualTo(longAgo());
        }
        assertThat(index.wheelRequests()).isEmpty();
        assertThat(project.log().infos())
                .anyMatch(line -> line.startsWith("Resolved 1 package for python3.13 on x86_64")
                        && line.endsWith("no wheel fetched"));
    }

    @Test
    void onlyWhatChangedIsReplaced() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        project.app().requirements("deps", "demo").build();

        BuildResult second = project.file("src/app/main.py", "app = 1\n").build();

        assertThat(second.changed())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("app.zip", "manifest.json");
    }

    @Test
    void aBuildThatFailsLeavesTheEarlierZipsAlone() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        project.app().requirements("deps", "demo").build();
        Map<String, byte[]> before = project.outputFiles();

        project.file("src/app/main.py", "app = 2\n").requirements("deps", "demo", "missing");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("no wheel of missing can be had");
        assertThat(project.outputFiles()).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void wheelsAreFetchedByJavaWhereTheIndexServesMetadata() throws Exception {
        index.withMetadata().add(TestWheel.of("demo", "1.0").requires("other"), TestWheel.of("other", "1.0"));
        project.requirements("deps", "demo").build();

        assertThat(index.wheelRequests())
                .containsExactlyInAnyOrder("demo-1.0-py3-none-any.whl", "other-1.0-py3-none-any.whl");
        assertThat(project.log().fetched()).hasSize(2);
        assertThat(project.log().infos()).anyMatch(line -> line.contains(", 2 wheels fetched ("));
    }

    @Test
    void whereJavaCannotLogInPipFetchesTheWheels() throws Exception {
        index.withMetadata().withLogin("reader", "secret-word").add(TestWheel.of("demo", "1.0"));
        project.file(
                "src/layers/deps/requirements.txt", "--index-url " + index.url("reader", "secret-word") + "\ndemo\n");

        BuildResult result = project.build();

        assertThat(result.layers().get(0).packages()).hasSize(1);
        assertThat(project.log().details())
                .anyMatch(line -> line.contains("HTTP status 401; pip is asked to fetch it"))
                .noneMatch(line -> line.contains("secret-word"));
        assertThat(Files.readString(result.manifest())).doesNotContain("secret-word");
    }

    @Test
    void aWheelThatIsNotWhatTheIndexAnnouncesIsNotBuiltIn() throws Exception {
        TestWheel demo = TestWheel.of("demo", "1.0");
        index.withMetadata().add(demo).announcing(demo.fileName(), "0".repeat(64));
        project.requirements("deps", "demo");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("does not have the hash")
                .withMessageContaining("0".repeat(64));
        assertThat(project.outputFiles()).isEmpty();
    }

    @Test
    void offlineTheStoreIsEnough() throws Exception {
        index.withMetadata().add(TestWheel.of("demo", "1.0"));
        project.requirements("deps", "demo").build();
        index.close();

        assertThat(project.offline().build().changed()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a symbolic link")
    void findsItsOwnPython() throws Exception {
        // Unpacked once for all tests.
        Files.createDirectories(project.cache());
        Path unpacked =
                Path.of(TestInterpreters.newest().executable()).getParent().getParent();
        Files.createSymbolicLink(project.cache().resolve("cpython"), unpacked);
        List<CpythonRelease> asked = new ArrayList<>();
        HostPlatform host = HostPlatform.detect(System.getProperties(), Path.of("/proc/self/maps"));
        project.embeddedPython(host, release -> {
                    asked.add(release);
                    return TestInterpreters.jar(release);
                })
                .wheels("deps", TestWheel.of("own", "1.0"));

        assertThat(project.build().layers()).hasSize(1);
        assertThat(asked).isEmpty();
        assertThat(project.log().details()).anyMatch(line -> line.startsWith("Python 3.1"));
    }

    @Test
    void anAppAloneNeedsNoPython() throws Exception {
        assertThat(project.app().withoutAnyPython().build().layers()).isEmpty();
        assertThat(project.outputFiles()).containsOnlyKeys("manifest.json", "report.json", "app.zip");
    }

    @Test
    void resolvingAndCheckingWriteNothing() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        project.app().requirements("deps", "demo");

        assertThat(project.resolve())
                .singleElement()
                .satisfies(resolved -> assertThat(resolved.files()).hasSize(1));
        project.check();

        assertThat(project.output()).doesNotExist();
        assertThat(project.log().infos()).contains("Checked 1 package: no error");
    }

    @Test
    void moreThanOneFunctionCanHoldIsAWarning() throws Exception {
        project.app()
                .limits(new Limits(1, 2_000, 1_000_000))
                .wheels("a", TestWheel.of("large", "1.0").file("large/data.bin", new byte[1_400]))
                .wheels("b", TestWheel.of("small", "1.0"));

        assertThat(project.build().layers()).hasSize(2);
        assertThat(project.log().warnings())
                .satisfiesExactly(
                        layers -> assertThat(layers).contains("a function can have 1 layers, and these are 2"),
                        size -> assertThat(size)
                                .contains("app and layers for python3.13 on x86_64 are together too large")
                                .contains("2,000 bytes unzipped at most")
                                .matches("(?s).*  large\\R.*  small\\R.*"));
    }

    @Test
    void ifAllTargetsFailTheFirstOnesErrorIsToldAsIfItWereAlone() {
        index.add(TestWheel.of("native", "1.0").tag("cp311-cp311-manylinux_2_17_x86_64"));
        project.requirements("deps", "native");

        ProblemException alone = catchThrowableOfType(
                ProblemException.class, () -> project.architectures("arm64").build());
        ProblemException both = catchThrowableOfType(
                ProblemException.class,
                () -> project.architectures("arm64", "x86_64").build());
        assertThat(both.problems()).isEqualTo(alone.problems());
        assertThat(both).hasMessageContaining("python3.13 on arm64");
    }

    @Test
    void contentThatWasReadOnceIsNotReadAgain() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        project.requirements("deps", "demo").wheels("deps", TestWheel.of("own", "1.0"));

        project.build();
        assertThat(project.log().details())
                .filteredOn(line -> line.startsWith("Read "))
                // "own" at least; "demo" may have been read as soon as it was fetched.
                .hasSize(1);
        project.build();
        project.check();
        assertThat(project.log().details())
                .filteredOn(line -> line.startsWith("Read "))
                .hasSize(1);

        project.wheels("deps", TestWheel.of("own", "1.0").file("own/more.py", ""))
                .build();
        assertThat(project.log().details())
                .filteredOn(line -> line.startsWith("Read "))
                .last()
                .satisfies(line -> assertThat(line).startsWith("Read 1 wheel ("));
    }

    @Test
    void whatWasReadIsJudgedForEachTarget() throws Exception {
        TestWheel wheel = TestWheel.of("own", "1.0")
                .file(
                        "own/_x.abi3.so",
                        TestElf.of(TestElf.X86_64).needs("libabsent.so.1").bytes());
        project.architectures("x86_64", "arm64").wheels("deps", wheel).build();

        for (int build = 1; build <= 2; build++) {
            assertThat(project.log().warnings())
                    .hasSize(2 * build)
                    .anyMatch(
                            warning -> warning.contains(
                                    "own needs shared libraries that neither python3.13 on x86_64 nor any layer has: libabsent.so.1"))
                    .anyMatch(warning -> warning.contains("own-1.0-py3-none-any.whl is tagged for any machine, but its"
                            + " shared libraries cannot be loaded on python3.13 on arm64"));
            project.build();
        }
    }

    @Test
    void aLibraryInTheFolderOfTheAppIsFound() throws Exception {
        project.app()
                .file("src/app/lib/libown.so.1", "")
                .wheels(
                        "deps",
                        TestWheel.of("native", "1.0")
                                .tag("cp313-cp313-manylinux_2_17_x86_64")
                                .file(
                                        "native/_x.abi3.so",
                                        TestElf.of(TestElf.X86_64)
                                                .needs("libown.so.1")
                                                .bytes()))
                .build();

        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void checkWritesAReportIfItIsAskedForOne() throws Exception {
        Path report = folder.resolve("reports/checked.json");
        project.app().file("src/app/own.py", "").wheels("deps", TestWheel.of("own", "1.0"));

        project.check(report);

        JsonNode written = new ObjectMapper().readTree(report.toFile());
        assertThat(written.at("/findings/0/rule").asText()).isEqualTo("hidden-package");
        assertThat(written.at("/findings/0/severity").asText()).isEqualTo("warning");
        assertThat(written.at("/findings/0/file").asText()).isEqualTo("own.py");
        assertThat(project.output()).doesNotExist();

        project.file("src/app/main.py", "import own\n");

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> project.check(report));
        assertThat(new ObjectMapper()
                        .readTree(report.toFile())
                        .at("/counts/error")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aWheelOfTheProjectIsToldOnceThoughItIsJudgedBeforeAndAfterResolving() throws Exception {
        project.wheels("deps", TestWheel.of("own", "1.0").tag("cp313-cp313-linux_x86_64"));

        BuildResult result = project.build();

        JsonNode report = new ObjectMapper().readTree(result.report().toFile());
        assertThat(report.at("/findings").findValuesAsText("rule")).containsExactly("linux-tag");
        assertThat(project.log().warnings()).hasSize(1);
    }

    @Test
    void aZipThatIsTooLargeForTheUserIsNotPutInItsPlace() {
        project.checking(new CheckOptions(
                        new RulePolicy(
                                Map.of(Rule.DIRECT_UPLOAD, new RulePolicy.Setting(RulePolicy.Level.ERROR, null))),
                        new Limits(5, 1_000_000, 100),
                        0,
                        OptionalLong.empty()))
                .wheels("deps", TestWheel.of("own", "1.0"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("deps-x86_64.zip is too large for direct upload");
        assertThat(project.output()).isDirectoryContaining(file -> file.endsWith("report.json"));
        assertThat(project.output())
                .isDirectoryNotContaining(file -> file.toString().endsWith(".zip"));
    }
}
