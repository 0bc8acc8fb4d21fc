package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestElf;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a build refuses, how it says so, and what it does not need to know it. */
class RefusalTest {

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
    void nothingButTheReportIsWritten() throws Exception {
        index.close();
        assertThat(project.outputFiles().keySet()).isSubsetOf("report.json");
    }

    private ProblemException failure() {
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::build);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void localWheelsThatDoNotFitAreToldAllAtOnceBeforeAnyPythonIsLookedFor() {
        project.withoutAnyPython()
                .requirements("a", "demo")
                .wheels("a", TestWheel.of("mac", "1.0").tag("cp313-cp313-macosx_11_0_arm64"))
                .wheels(
                        "b",
                        TestWheel.of("new", "1.0").tag("cp313-cp313-manylinux_2_38_x86_64"),
                        TestWheel.of("old", "1.0").tag("cp311-cp311-manylinux_2_17_x86_64"),
                        TestWheel.of("good", "1.0"));

        assertThat(failure().problems())
                .extracting(problem -> problem.what())
                .satisfiesExactly(
                        mac -> assertThat(mac)
                                .startsWith(
                                        "mac-1.0-cp313-cp313-macosx_11_0_arm64.whl cannot run on python3.13 on x86_64")
                                .contains("built for macOS, Lambda runs Linux"),
                        recent -> assertThat(recent).contains("needs glibc 2.38, python3.13 runs on Amazon Linux 2023"),
                        old -> assertThat(old).startsWith("old-1.0-cp311-cp311"));
    }

    @Test
    void twoVersionsOfAProjectInAFolder() {
        project.withoutAnyPython().wheels("a", TestWheel.of("own", "1.0"), TestWheel.of("own", "2.0"));

        assertThat(failure()).message().isEqualToNormalizingNewlines("""
                a layer's folder has several versions of own, and a layer can hold one
                  where:    %s
                  found:    own-1.0-py3-none-any.whl, own-2.0-py3-none-any.whl
                  to do:    keep the wheel of one version and remove the others""".formatted(folder.resolve("src/layers/a")));
    }

    @Test
    void aFileThatIsOnlyNamedLikeAWheel() {
        project.withoutAnyPython().file("src/layers/a/demo.whl", "?");

        assertThat(failure()).hasMessageStartingWith("a file in a layer's folder is named like a wheel and is none");
    }

    @Test
    void requirementsThatAreNotInUtf8() throws Exception {
        project.withoutAnyPython().requirements("a", "demo");
        Files.write(
                folder.resolve("src/layers/a/requirements.txt"), new byte[] {'#', '\n', '#', ' ', (byte) 0xE4, '\n'});

        assertThat(failure()).message().isEqualToNormalizingNewlines("""
                a requirements file is not in UTF-8
                  where:    %s, line 2
                  found:    the byte 0xE4
                  to do:    save the file as UTF-8""".formatted(
                        folder.resolve("src/layers/a/requirements.txt")));
    }

    @Test
    void anAppWithoutItsProgram() throws Exception {
        project.withoutAnyPython().app();
        Files.delete(folder.resolve("src/app/run.sh"));

        assertThat(failure())
                .hasMessageContaining("the app's folder has no run.sh, which the Lambda Web Adapter starts");
    }

    @Test
    void requirementsThatAreEmpty() {
        project.requirements("a", "# nothing yet");

        assertThat(failure()).message().isEqualToNormalizingNewlines("""
                layer 'a' would be empty for python3.13 on x86_64: nothing is required, or the markers of all requirements exclude it
                  where:    %s
                  to do:    add a requirement, or remove the layer""".formatted(
                        folder.resolve("src/layers/a/requirements.txt")));
    }

    @Test
    void requirementsThatAreAllExcludedByMarkers() {
        project.requirements("a", "demo; sys_platform == 'win32'");

        assertThat(failure()).hasMessageStartingWith("layer 'a' would be empty for python3.13 on x86_64");
    }

    @Test
    void aLayerThatIsInAnEarlierOneAlready() {
        index.add(TestWheel.of("demo", "1.0"));
        project.requirements("a", "demo").requirements("b", "demo");

        assertThat(failure())
                .hasMessageStartingWith("layer 'b' would be empty")
                .hasMessageContaining("all of it is in an earlier layer already");
    }

    @Test
    void wheelsThatFillTheSameFileDifferently() {
        project.wheels(
                "a",
                TestWheel.of("first", "1.0").file("common/data.txt", "one"),
                TestWheel.of("second", "1.0").file("common/data.txt", "two"));

        assertThat(failure()).message().isEqualToNormalizingNewlines("""
                clash: two packages must not fill one path differently
                  first and second both bring files of the same name, and they differ
                    where:    layer a
                    found:    python/common/data.txt
                    to do:    require only one of the two packages""");
        assertThat(project.output().resolve("report.json"))
                .content()
                .contains("\"error\" : 1", "\"rule\" : \"clash\"", "\"package\" : \"first\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void aLocalWheelThatIsDamaged() throws Exception {
        Path wheel = TestWheel.of("own", "1.0")
                .file("own/data.bin", new byte[5_000])
                .writeTo(folder.resolve("src/layers/a"));
        byte[] bytes = Files.readAllBytes(wheel);
        // The first entry's data begin behind a header of 30 bytes, the name and extra fields of this length.
        int extraLength = bytes[28] + (bytes[29] << 8);
        bytes[30 + "own/__init__.py".length() + extraLength + 3] ^= 0x55;
        Files.write(wheel, bytes);

        assertThat(failure()).hasMessageContaining("own-1.0-py3-none-any.whl cannot be installed: it is damaged");
    }

    @Test
    void wheelsThatAreNotWhatTheySayAreToldAllAtOnce() {
        String record = "forged-1.0.dist-info/RECORD";
        project.wheels(
                "a",
                TestWheel.of("forged", "1.0").file(record, "forged/__init__.py,sha256=AAAA,3\n"),
                TestWheel.of("mistaken", "1.0")
                        .tag("cp313-cp313-manylinux_2_17_x86_64")
                        .file(
                                "mistaken/_fast.abi3.so",
                                TestElf.of(TestElf.AARCH64).bytes()),
                TestWheel.of("recent", "1.0")
                        .tag("cp313-cp313-manylinux_2_17_x86_64")
                        .file(
                                "recent/_new.abi3.so",
                                TestElf.of(TestElf.X86_64)
                                        .needs("libc.so.6", "GLIBC_2.38")
                                        .bytes()),
                TestWheel.of("second", "1.0").file("forged/__init__.py", "another file"));

        assertThat(failure().problems())
                .extracting(Problem::what)
                .containsExactly(
                        "the wheel forged-1.0-py3-none-any.whl holds files that are not those of its RECORD: their hashes"
                                + " differ",
                        "the wheel forged-1.0-py3-none-any.whl holds files that are not those of its RECORD: their sizes"
                                + " differ",
                        "the wheel forged-1.0-py3-none-any.whl holds files that its RECORD does not list",
                        "mistaken-1.0-cp313-cp313-manylinux_2_17_x86_64.whl holds shared libraries that cannot be loaded"
                                + " on python3.13 on x86_64, though its tags say so",
                        "recent-1.0-cp313-cp313-manylinux_2_17_x86_64.whl needs newer system libraries than python3.13 on"
                                + " x86_64 has: GLIBC_2.38",
                        "forged and second both bring files of the same name, and they differ");
    }

    @Test
    void wheelsThatCannotBeOpenedAreToldAllAtOnce() throws Exception {
        for (String name : List.of("one", "two")) {
            TestWheel.of(name, "1.0").file("C:/" + name, "").writeTo(folder.resolve("src/layers/a"));
        }

        assertThat(failure().problems())
                .extracting(Problem::what)
                .containsExactly(
                        "the wheel one-1.0-py3-none-any.whl cannot be installed: its entry 'C:/one' has an absolute path",
                        "the wheel two-1.0-py3-none-any.whl cannot be installed: its entry 'C:/two' has an absolute path");
    }

    @Test
    void layersThatFillOnePathDifferently() {
        project.wheels("a", TestWheel.of("first", "1.0").file("common/data.txt", "one"))
                .wheels("b", TestWheel.of("second", "1.0").file("common/data.txt", "two"));

        assertThat(failure()).message().isEqualToNormalizingNewlines("""
                clash: two packages must not fill one path differently
                  first and second both bring files of the same name, and they differ
                    where:    layers a, b
                    found:    python/common/data.txt
                    to do:    require only one of the two packages""");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "where a backslash is no part of a name")
    void aFileOfTheAppWithABackslashInItsName() {
        project.withoutAnyPython().app().file("src/app/a\\b.txt", "text");

        assertThat(failure()).hasMessageContaining("whose name cannot be read or written");
    }
}
