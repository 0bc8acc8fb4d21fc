package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of an exact pin, one release's files are looked at: what is chosen and what is told are as if it were all. */
class PinnedReleasesTest {

    @TempDir
    Path folder;

    private final Interpreter newest = TestInterpreters.newest();
    private LocalIndex index;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex()
                .add(
                        TestWheel.of("demo", "0.9"),
                        TestWheel.of("demo", "1.0"),
                        TestWheel.of("demo", "1.0").tag("cp313-cp313-manylinux2014_x86_64"),
                        TestWheel.of("demo", "1.0.post1"),
                        TestWheel.of("demo", "1.1rc1"),
                        TestWheel.of("demo", "1.1").tag("cp313-cp313-win_amd64"),
                        TestWheel.of("demo", "1.2+cpu"),
                        TestWheel.of("demo", "1.2"),
                        TestWheel.of("demo", "1.3.0"),
                        TestWheel.of("demo", "1!0.1"))
                .addFile("demo", "demo-1.1.tar.gz", "not read".getBytes(StandardCharsets.UTF_8))
                .addFile("demo", "demo-2.0-garbled.whl", new byte[0]);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> files(Interpreter interpreter, String... lines) throws Exception {
        return PipProject.files(new PipProject(folder, index).requiring(lines).resolve(interpreter));
    }

    private void chooses(Interpreter interpreter, String line, String file) throws Exception {
        assertThat(files(interpreter, line)).as(line).containsExactly(file);
    }

    @OnEachPython
    void theBestFileOfTheReleaseIsChosen(Interpreter interpreter) throws Exception {
        chooses(interpreter, "demo==1.0", "demo-1.0-cp313-cp313-manylinux2014_x86_64.whl");
        index.withJson();
        chooses(interpreter, "demo==1.0", "demo-1.0-cp313-cp313-manylinux2014_x86_64.whl");
        chooses(interpreter, "demo>=0.9", "demo-1!0.1-py3-none-any.whl");
    }

    @ParameterizedTest
    @CsvSource({
        "demo==1,         demo-1.0-cp313-cp313-manylinux2014_x86_64.whl",
        "demo==1.3,       demo-1.3.0-py3-none-any.whl",
        "demo==1.0.post1, demo-1.0.post1-py3-none-any.whl",
        "demo==1.0-1,     demo-1.0.post1-py3-none-any.whl",
        "demo==1.1rc1,    demo-1.1rc1-py3-none-any.whl",
        "demo==v1.1.RC.1, demo-1.1rc1-py3-none-any.whl",
        "demo==1.2,       demo-1.2+cpu-py3-none-any.whl",
        "demo==1.2+cpu,   demo-1.2+cpu-py3-none-any.whl",
        "demo==1!0.1.0,   demo-1!0.1-py3-none-any.whl",
        "demo===1.2,      demo-1.2-py3-none-any.whl",
        "demo==0.*,       demo-0.9-py3-none-any.whl",
        "Demo==1.2,       demo-1.2+cpu-py3-none-any.whl",
    })
    void theReleaseMayBeWrittenInAnyWay(String line, String file) throws Exception {
        chooses(newest, line, file);
        index.withJson();
        chooses(newest, line, file);
    }

    @Test
    void twoPinsThatDisagreeAreAConflict() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> files(newest, "demo==1.0", "demo==1.2"))
                .withMessageContaining("demo==1.0")
                .withMessageContaining("demo==1.2");
    }

    @Test
    void aRequirementThatCameFirstDoesNotHideFilesFromAPin() throws Exception {
        index.add(
                TestWheel.of("first", "1.0").requires("demo>=0.9,<1!0"),
                TestWheel.of("second", "1.0").requires("demo==1.0.post1"));

        assertThat(files(newest, "first", "second"))
                .containsExactly(
                        "demo-1.0.post1-py3-none-any.whl", "first-1.0-py3-none-any.whl", "second-1.0-py3-none-any.whl");
    }

    @Test
    void aPinThatCameFirstDoesNotHideFilesFromAnotherChoice() throws Exception {
        index.add(
                TestWheel.of("tool", "2.0").requires("demo==1.0"),
                TestWheel.of("tool", "1.0"),
                TestWheel.of("zest", "1.0").requires("demo>=1.2,<1!0"));

        assertThat(files(newest, "tool", "zest"))
                .containsExactly(
                        "demo-1.3.0-py3-none-any.whl", "tool-1.0-py3-none-any.whl", "zest-1.0-py3-none-any.whl");
    }

    @OnEachPython
    void whatIsToldOfAReleaseThatDoesNotFitIsAboutAllFiles(Interpreter interpreter) {
        for (boolean json : List.of(false, true)) {
            if (json) {
                index.withJson();
            }
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> files(interpreter, "demo==1.1"))
                    .satisfies(problem -> {
                        assertThat(problem.getMessage())
                                .contains("no wheel of demo==1.1 fits python3.13 on x86_64")
                                .contains("cp313-cp313-win_amd64")
                                .contains("require demo==1!0.1 in place of demo==1.1");
                    });
        }
    }

    @Test
    void aSourceThatMayBeBuiltCountsAsAFileOfItsRelease() {
        PipProject project = new PipProject(folder, index).building("demo").requiring("demo==1.1");

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> project.resolve(newest));

        assertThat(index.requests()).contains("/files/demo-1.1.tar.gz");
    }

    @Test
    void aLineWithHashesChoosesAmongTheFilesOfTheRelease() throws Exception {
        String digest = TestWheel.of("demo", "1.0").sha256().toString();

        chooses(newest, "demo==1.0 --hash=sha256:" + digest, "demo-1.0-py3-none-any.whl");
    }

    @Test
    void aConstraintPinsLikeALine() throws Exception {
        new PipProject(folder, index).write("layer/limits.txt", "demo==1.2\n");

        assertThat(files(newest, "-c limits.txt", "demo")).containsExactly("demo-1.2+cpu-py3-none-any.whl");
    }

    @Test
    void aYankedReleaseThatIsPinnedIsTakenAndTold() throws Exception {
        index.yanking("demo-1.3.0-py3-none-any.whl");
        PipProject project = new PipProject(folder, index).requiring("demo==1.3");

        assertThat(PipProject.files(project.resolve(newest))).containsExactly("demo-1.3.0-py3-none-any.whl");
        assertThat(project.warnings()).anyMatch(warning -> warning.contains("yanked"));
    }

    @Test
    void filesInAFolderOfLinksAreLookedAtToo() throws Exception {
        TestWheel.of("demo", "7.0").writeTo(folder.resolve("links"));
        TestWheel.of("other", "1.0").writeTo(folder.resolve("links"));

        assertThat(files(newest, "--find-links ../links", "demo==7.0", "other==1.0"))
                .containsExactly("demo-7.0-py3-none-any.whl", "other-1.0-py3-none-any.whl");
    }

    @Test
    void aPinnedProjectOfTwoIndexesIsToldAsEver() throws Exception {
        try (LocalIndex other = new LocalIndex()) {
            other.add(TestWheel.of("demo", "5.0"));
            PipProject project =
                    new PipProject(folder, index).requiring("--extra-index-url " + other.url(), "demo==1.0");

            project.resolve(newest);

            assertThat(project.warnings()).anyMatch(warning -> warning.contains("dependency confusion"));
        }
    }
}
