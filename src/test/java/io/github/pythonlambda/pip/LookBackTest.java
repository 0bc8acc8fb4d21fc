package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Candidates;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a resolution passed over is told: newer releases that the target cannot have, and a project's candidates. */
class LookBackTest {

    @TempDir
    Path folder;

    private LocalIndex index;
    private PipProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        project = new PipProject(folder, index).on("python3.11", "x86_64");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> heldBack(Interpreter interpreter) throws Exception {
        return project.resolve(interpreter).heldBack().stream()
                .map(HeldBack::toString)
                .toList();
    }

    @OnEachPython
    void newerReleasesThatTheTargetCannotHave(Interpreter interpreter) throws Exception {
        index.add(
                TestWheel.of("app", "1.0").requires("pillow<13").requires("numpy"),
                TestWheel.of("pillow", "12.2.0").tag("cp311-cp311-manylinux_2_17_x86_64"),
                TestWheel.of("pillow", "12.3.0").tag("cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64"),
                TestWheel.of("pillow", "12.3.0").tag("cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64"),
                TestWheel.of("pillow", "13.0.0").tag("cp313-cp313-manylinux_2_17_x86_64"),
                TestWheel.of("numpy", "2.2.6").tag("cp311-cp311-manylinux_2_17_x86_64"),
                TestWheel.of("numpy", "2.5.0")
                        .tag("cp312-cp312-manylinux_2_27_x86_64")
                        .requiresPython(">=3.12"),
                TestWheel.of("numpy", "2.6.0rc1").tag("cp314-cp314-manylinux_2_27_x86_64"),
                TestWheel.of("windows", "1.0"),
                TestWheel.of("windows", "1.1").tag("cp311-cp311-win_amd64"));
        project.requiring("app", "windows");

        assertThat(heldBack(interpreter))
                .containsExactly(
                        "numpy 2.2.6; 2.5.0 requires Python >=3.12, python3.12 has it",
                        "pillow 12.2.0; 12.3.0 needs glibc 2.27, python3.13 has it",
                        "windows 1.0; 1.1 is built for Windows");
    }

    @OnEachPython
    void nothingIsHeldBackByARequirementAConstraintOrAWithdrawal(Interpreter interpreter) throws Exception {
        index.add(
                TestWheel.of("pinned", "1.0"),
                TestWheel.of("pinned", "2.0").tag("cp311-cp311-win_amd64"),
                TestWheel.of("limited", "1.0"),
                TestWheel.of("limited", "2.0").tag("cp311-cp311-win_amd64"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "2.0"),
                TestWheel.of("app", "1.0").requires("shared<2"),
                TestWheel.of("early", "1.0"),
                TestWheel.of("early", "2.0b1").tag("cp311-cp311-win_amd64"));
        project.write("layer/constraints.txt", "limited<2\n");
        project.requiring("-c constraints.txt", "pinned==1.0", "limited", "app", "shared", "early");

        assertThat(heldBack(interpreter)).isEmpty();
    }

    @Test
    void aPreReleaseIsToldWherePreReleasesAreAskedFor() throws Exception {
        index.add(
                TestWheel.of("early", "1.0"), TestWheel.of("early", "2.0b1").tag("cp311-cp311-manylinux_2_28_x86_64"));
        project.requiring("--pre", "early");

        assertThat(heldBack(TestInterpreters.newest())).containsExactly("early 1.0; 2.0b1 needs glibc 2.28");
    }

    @OnEachPython
    void theCandidatesOfAProjectThatIsAskedAbout(Interpreter interpreter) throws Exception {
        index.add(
                        TestWheel.of("demo", "1.0"),
                        TestWheel.of("demo", "1.1"),
                        TestWheel.of("demo", "1.1").tag("cp311-cp311-win_amd64"),
                        TestWheel.of("demo", "1.2").requiresPython(">=3.12"),
                        TestWheel.of("demo", "2.0"))
                .addFile("demo", "demo-1.1.tar.gz", new byte[] {1});
        project.requiring("demo<2").explaining("Demo");

        Candidates candidates = project.resolve(interpreter).candidates().orElseThrow();

        assertThat(candidates.files())
                .extracting(
                        Candidates.File::name,
                        Candidates.File::verdict,
                        Candidates.File::allowed,
                        Candidates.File::reason)
                .containsExactlyInAnyOrder(
                        tuple("demo-2.0-py3-none-any.whl", Candidates.Verdict.FITS, false, ""),
                        tuple(
                                "demo-1.2-py3-none-any.whl",
                                Candidates.Verdict.REQUIRES_PYTHON,
                                true,
                                "requires Python >=3.12"),
                        tuple("demo-1.1-py3-none-any.whl", Candidates.Verdict.FITS, true, ""),
                        tuple(
                                "demo-1.1-cp311-cp311-win_amd64.whl",
                                Candidates.Verdict.TAG,
                                true,
                                "is built for Windows"),
                        tuple(
                                "demo-1.1.tar.gz",
                                Candidates.Verdict.SOURCE,
                                true,
                                "is a source, and would have to be built"),
                        tuple("demo-1.0-py3-none-any.whl", Candidates.Verdict.FITS, true, ""));
    }

    @Test
    void candidatesAreLimitedToWhatAReaderCanUse() throws Exception {
        for (int minor = 0; minor < 40; minor++) {
            index.add(TestWheel.of("demo", "1." + minor));
        }
        project.requiring("demo==1.3").explaining("demo");

        Resolution resolution = project.resolve(TestInterpreters.newest());

        assertThat(resolution.candidates().orElseThrow().files())
                .hasSize(21)
                .extracting(file -> file.version().toString())
                .startsWith("1.39")
                .endsWith("1.3");
    }

    @Test
    void withoutAQuestionThereAreNoCandidates() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        project.requiring("demo");

        assertThat(project.resolve(TestInterpreters.newest()).candidates()).isEmpty();
    }
}
