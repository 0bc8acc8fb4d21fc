package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void nothingIsWritten() throws Exception {
        index.close();
        assertThat(project.outputFiles()).isEmpty();
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
                .hasMessageStartingWith("the app's folder has no run.sh, which the Lambda Web Adapter starts");
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
                first and second both bring files of the same name, and they differ
                  where:    layer a
                  found:    python/common/data.txt
                  to do:    require only one of the two packages""");
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
    void layersThatFillOnePathDifferently() {
        project.wheels("a", TestWheel.of("first", "1.0").file("common/data.txt", "one"))
                .wheels("b", TestWheel.of("second", "1.0").file("common/data.txt", "two"));

        assertThat(failure()).message().isEqualToNormalizingNewlines("""
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
