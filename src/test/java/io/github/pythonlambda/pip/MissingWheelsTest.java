package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the target cannot have is told with the reason, with what fits instead, and all of it in one build. */
class MissingWheelsTest {

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

    private List<Problem> problems(Interpreter interpreter) {
        ProblemException failure = catchThrowableOfType(ProblemException.class, () -> project.resolve(interpreter));
        assertThat(failure).isNotNull();
        return failure.problems();
    }

    private void addNumpy() {
        index.add(
                TestWheel.of("numpy", "2.1.0").tag("cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64"),
                TestWheel.of("numpy", "2.2.6").tag("cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64"),
                TestWheel.of("numpy", "2.3.0rc1").tag("cp311-cp311-manylinux_2_28_x86_64"));
        for (String version : List.of("2.3.0", "2.3.5")) {
            for (String tag : List.of(
                    "cp311-cp311-macosx_11_0_arm64",
                    "cp311-cp311-manylinux_2_27_aarch64.manylinux_2_28_aarch64",
                    "cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64",
                    "cp311-cp311-musllinux_1_2_x86_64",
                    "cp311-cp311-win_amd64",
                    "cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64",
                    "cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64",
                    "cp313-cp313t-manylinux_2_27_x86_64.manylinux_2_28_x86_64",
                    "pp311-pypy311_pp73-manylinux_2_27_x86_64.manylinux_2_28_x86_64")) {
                index.add(TestWheel.of("numpy", version).tag(tag));
            }
        }
        index.addFile("numpy", "numpy-2.3.5.tar.gz", new byte[] {1});
    }

    @OnEachPython
    void theReasonAndTheNewestReleaseThatFitsAreNamed(Interpreter interpreter) {
        addNumpy();
        project.requiring("numpy>=2.3");

        assertThat(problems(interpreter))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .isEqualToNormalizingNewlines("""
                        no wheel of numpy>=2.3 fits python3.11 on x86_64
                          where:    %s (line 2)
                          expected: a wheel for CPython 3.11 on x86_64 with glibc 2.26 or older
                          found:    numpy 2.3.5 needs glibc 2.27; it has wheels for
                                    cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64
                                    cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64
                                    cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64
                                    cp313-cp313t-manylinux_2_27_x86_64.manylinux_2_28_x86_64
                                    pp311-pypy311_pp73-manylinux_2_27_x86_64.manylinux_2_28_x86_64
                                    and 4 more
                          to do:    require numpy<2.3 in place of numpy>=2.3: 2.2.6 has a wheel that fits
                                    or use the runtime python3.12, which can have numpy 2.3.5
                                    or build the wheel once on a machine like the function's: pip wheel --no-deps numpy==2.3.5 -w layer""".formatted(folder.resolve("layer/requirements.txt"))));
    }

    @OnEachPython
    void aConstraintIsToldWithTheRequirement(Interpreter interpreter) {
        addNumpy();
        project.write("layer/constraints.txt", "numpy==2.3.5\n");
        project.requiring("-c constraints.txt", "numpy");

        assertThat(problems(interpreter))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .startsWith("no wheel of numpy (with the constraint ==2.3.5) fits python3.11 on x86_64")
                        .contains("let the constraint ==2.3.5 allow numpy<2.3: 2.2.6 has a wheel that fits"));
    }

    @OnEachPython
    void allOfThemAreToldInOneGo(Interpreter interpreter) {
        addNumpy();
        index.add(
                TestWheel.of("fine", "1.0"),
                TestWheel.of("frame", "1.0").requires("numpy>=2.3"),
                TestWheel.of("deep", "1.0").requires("deeper"),
                TestWheel.of("deeper", "1.0").requires("windows-only"),
                TestWheel.of("windows-only", "1.0").tag("cp311-cp311-win_amd64"),
                TestWheel.of("new", "1.0").requiresPython(">=3.12"));
        project.requiring("fine", "frame", "deep", "new", "unknown==1.0", "linux-only; sys_platform == 'win32'");

        List<Problem> problems = problems(interpreter);

        assertThat(problems)
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "no wheel of new fits python3.11 on x86_64",
                        "no wheel of unknown==1.0 can be had for python3.11 on x86_64",
                        "no wheel of numpy>=2.3 fits python3.11 on x86_64",
                        "no wheel of windows-only fits python3.11 on x86_64");
        assertThat(problems)
                .extracting(Problem::where)
                .contains("required by frame 1.0, " + folder.resolve("layer/requirements.txt") + " (line 3)");
    }

    @Test
    void aPythonThatIsRequiredIsNamedWithTheRuntimeThatHasIt() {
        index.add(TestWheel.of("demo", "1.0"), TestWheel.of("demo", "2.0").requiresPython(">=3.13"));
        project.requiring("demo>=2");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .contains(
                                "demo 2.0 requires Python >=3.13",
                                "require demo<2.0 in place of demo>=2: 1.0 has a wheel that fits",
                                "use the runtime python3.13, which can have demo 2.0"));
    }

    @Test
    void whereNoReleaseHasAWheelTheSourceIsNamed() {
        index.addFile("demo", "demo-1.0.tar.gz", new byte[] {1});
        index.addFile("demo", "demo-2.0.tar.gz", new byte[] {1});
        project.requiring("demo");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .contains("the index has sources of demo 2.0, but no wheel", "<sdists>demo</sdists>"));
    }

    @OnEachPython
    void aPackageThatManyReleasesOfAnotherNeedIsToldOnce(Interpreter interpreter) {
        index.addFile("docopt", "docopt-0.6.2.tar.gz", new byte[] {1});
        index.add(
                TestWheel.of("chisel", "3.9").requires("docopt"),
                TestWheel.of("chisel", "3.10").requires("docopt"),
                TestWheel.of("chisel", "3.2").requires("docopt"),
                TestWheel.of("other", "1.0").requires("docopt>=0.6"));
        project.requiring("chisel", "other");

        assertThat(problems(interpreter)).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith("no wheel of docopt and docopt>=0.6 can be had");
            assertThat(problem.where())
                    .contains(
                            "required by other 1.0, ",
                            "required by chisel 3.10 and 2 other releases, " + folder.resolve("layer") + "");
            assertThat(problem.remedy())
                    .contains("<sdists>docopt</sdists>", "pip wheel --no-deps docopt==0.6.2 -w layer");
        });
    }

    @OnEachPython
    void whereAPackageAsksForWhatDoesNotFitAnotherReleaseOfThePackageIsTheWay(Interpreter interpreter) {
        index.add(
                TestWheel.of("cli", "1.0").requires("yaml<=3.13"),
                TestWheel.of("yaml", "3.13").tag("cp27-cp27m-win_amd64"),
                TestWheel.of("yaml", "3.13").tag("cp34-cp34m-win32"),
                TestWheel.of("yaml", "3.13").tag("cp35-cp35m-manylinux1_x86_64"),
                TestWheel.of("yaml", "3.13").tag("cp36-cp36m-manylinux1_x86_64"),
                TestWheel.of("yaml", "6.0"));
        project.requiring("cli==1.0");

        assertThat(problems(interpreter))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .contains(
                                "yaml 3.13 is for CPython 3.5 and 3.6; it has wheels for",
                                "ask for a release of cli that allows yaml 6.0, which has a wheel that fits")
                        .doesNotContain("require yaml"));
    }

    @Test
    void aFinalReleaseThatFitsIsNamedRatherThanANewerPreRelease() {
        index.add(
                TestWheel.of("demo", "1.0"),
                TestWheel.of("demo", "2.0a1"),
                TestWheel.of("demo", "2.0").requiresPython(">=3.12"));
        index.addFile("demo", "demo-2.0.tar.gz", new byte[] {1});
        project.requiring("demo==2.0");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("1.0 has a wheel that fits"));
    }

    @Test
    void whatIsForWindowsOnlyIsLeftToWindows() {
        index.add(
                TestWheel.of("registry", "1.0").tag("cp311-cp311-win_amd64"),
                TestWheel.of("registry", "1.0").tag("cp311-cp311-win32"));
        project.requiring("registry==1.0");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .isEqualTo("let Windows alone have it: registry==1.0; sys_platform == 'win32'"));
    }

    @Test
    void aProjectWithATwinThatHasWheelsIsReplacedByIt() {
        index.addFile("psycopg2", "psycopg2-2.9.10.tar.gz", new byte[] {1});
        project.requiring("psycopg2");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).startsWith("require psycopg2-binary instead"));
    }

    @Test
    void anotherReleaseIsNotAllThatIsNeededIfAPackageWantsTheSameOne() {
        index.add(
                TestWheel.of("core", "1.0").tag("cp312-cp312-manylinux_2_17_x86_64"),
                TestWheel.of("core", "2.0"),
                TestWheel.of("strict", "1.0").requires("core==1.0"),
                TestWheel.of("loose", "1.0").requires("core"));
        project.requiring("core==1.0", "strict", "loose");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .startsWith(
                                "require core==2.0 in place of core==1.0, and a release of strict that allows it: it"
                                        + " has a wheel that fits"));
    }

    @Test
    void whatAnExtraWantsIsMissedLikeAllElse() {
        index.add(
                TestWheel.of("app", "1.0").requires("deep==1.0; extra == 'fast'"),
                TestWheel.of("deep", "1.0").tag("cp310-cp310-manylinux_2_17_x86_64"));
        project.requiring("app[fast]==1.0");

        assertThat(problems(TestInterpreters.newest())).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("no wheel of deep==1.0 fits python3.11 on x86_64");
            assertThat(problem.where()).startsWith("required by app, ");
        });
    }

    @Test
    void whatOnlyOlderReleasesOfAPackageLackIsNotTold() {
        index.add(
                TestWheel.of("app", "1.0").requires("oldest==1.0"),
                TestWheel.of("app", "1.9").requires("older==1.0"),
                TestWheel.of("app", "1.10").requires("newest==1.0"));
        List.of("oldest", "older", "newest", "own")
                .forEach(name -> index.addFile(name, name + "-1.0.tar.gz", new byte[] {1}));
        project.requiring("app", "own");

        assertThat(problems(TestInterpreters.newest()))
                .extracting(Problem::what)
                .containsExactly(
                        "no wheel of own can be had for python3.11 on x86_64",
                        "no wheel of newest==1.0 can be had for python3.11 on x86_64");
    }

    /** pip goes through all releases of a package in vain before it says that another one cannot be had at all. */
    @Test
    void aLongSearchIsInterruptedToFindWhatCannotBeMetAlone() {
        int releases = 450;
        IntStream.rangeClosed(1, releases)
                .forEach(number -> index.add(TestWheel.of("big", "1." + number).requires("shared>=2")));
        index.add(TestWheel.of("old", "1.0").requires("shared==1.0"), TestWheel.of("shared", "2.0"));
        index.addFile("shared", "shared-1.0.tar.gz", new byte[] {1});
        project.requiring("big", "old");

        assertThat(problems(TestInterpreters.newest())).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith("no wheel of shared==1.0 can be had");
            assertThat(problem.where()).startsWith("required by old 1.0");
        });
        assertThat(index.requests().stream()
                        .filter(path -> path.contains("/big-1."))
                        .distinct())
                .hasSizeLessThan(releases - 100);
    }

    @Test
    void aLongSearchGoesOnIfEachRequirementCanBeMetAlone() throws Exception {
        IntStream.rangeClosed(2, 350)
                .forEach(number -> index.add(TestWheel.of("big", "1." + number).requires("shared>=2")));
        index.add(
                TestWheel.of("big", "1.1").requires("shared"),
                TestWheel.of("old", "1.0").requires("shared<2"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "2.0"));
        project.requiring("big", "old");

        assertThat(project.resolve(TestInterpreters.newest()).all())
                .extracting(wheel -> wheel.file().toString())
                .containsExactlyInAnyOrder(
                        "big-1.1-py3-none-any.whl", "old-1.0-py3-none-any.whl", "shared-1.0-py3-none-any.whl");
    }

    /** Its old release for every Python would hide the module of the standard library. */
    @Test
    void aProjectThatPythonItselfTookInIsNotOfferedInAnOldRelease() {
        index.add(
                TestWheel.of("futures", "2.0"),
                TestWheel.of("futures", "3.0").tag("py2-none-any").requiresPython("<3"));
        project.requiring("futures==3.0");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .startsWith("leave it out, or let Python 2 alone have it")
                        .doesNotContain("require futures"));
    }

    @Test
    void aNameThatIsNoProjectIsToBeLeftOut() {
        project.requiring("pkg_resources==0.0.0");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).startsWith("leave it out: it is no project"));
    }

    @Test
    void aConflictThatIsNoneOfWheelsIsNoneOfMissingWheels() {
        index.add(
                TestWheel.of("a", "1.0").requires("shared<2"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "2.0"));
        project.requiring("a", "shared>=2");

        assertThat(problems(TestInterpreters.newest()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .startsWith("the requirements of shared contradict each other")
                        .contains("a 1.0 requires shared<2"));
    }
}
