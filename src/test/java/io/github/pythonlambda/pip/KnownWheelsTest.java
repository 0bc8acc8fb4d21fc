package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of releases that are pinned exactly, the index is asked once. */
class KnownWheelsTest {

    private static final Instant ANY_TIME = Instant.EPOCH;

    @TempDir
    Path folder;

    private final Interpreter newest = TestInterpreters.newest();
    private LocalIndex index;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        index.add(
                TestWheel.of("web", "1.0").requires("shared>=1"),
                TestWheel.of("web", "2.0").requires("shared>=1"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "1.1"),
                TestWheel.of("added", "1.0").requires("shared"));
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private PipProject project(String... lines) {
        return new PipProject(folder, index).requiring(lines);
    }

    private KnownWheels known(Instant notBefore) {
        return new KnownWheels(folder.resolve("kept/known.json"), notBefore);
    }

    /** The projects whose pages are asked for, and nothing else, to resolve some lines. */
    private List<String> asked(Interpreter interpreter, Instant notBefore, String... lines) throws Exception {
        index.forgetRequests();
        project(lines).resolve(interpreter, known(notBefore));
        return pages();
    }

    private List<String> pages() {
        return index.requests().stream()
                .filter(path -> path.startsWith("/simple/"))
                .map(path -> path.substring("/simple/".length()).replace("/", ""))
                .toList();
    }

    @OnEachPython
    void onlyTheNewProjectIsAskedFor(Interpreter interpreter) throws Exception {
        assertThat(asked(interpreter, ANY_TIME, "web==1.0", "shared==1.0")).containsExactly("web", "shared");

        assertThat(asked(interpreter, ANY_TIME, "web==1.0", "shared==1.0", "added==1.0"))
                .containsExactly("added");
        assertThat(index.wheelRequests()).containsExactly("added-1.0-py3-none-any.whl");
        assertThat(asked(interpreter, ANY_TIME, "web==1.0", "shared==1.0", "added==1.0"))
                .isEmpty();
    }

    @OnEachPython
    void theAnswerIsThatOfAResolutionThatAsksForAll(Interpreter interpreter) throws Exception {
        asked(interpreter, ANY_TIME, "web==1.0", "shared==1.0");
        String[] lines = {"web==1.0", "shared==1.0", "added"};

        assertThat(project(lines).resolve(interpreter, known(ANY_TIME)).resolution())
                .isEqualTo(project(lines).resolve(interpreter));
    }

    @OnEachPython
    void aFailureIsExplainedByWhatTheIndexOffers(Interpreter interpreter) throws Exception {
        asked(interpreter, ANY_TIME, "web==1.0", "shared==1.0");
        index.add(
                TestWheel.of("new", "1.0").requires("web>=2"),
                TestWheel.of("lost", "1.0").requires("nowhere"));
        for (String line : List.of("new==1.0", "lost==1.0", "web==3.0", "nowhere", "shared==1.5")) {
            PipProject failing = project("web==1.0", "shared==1.0", line);
            ProblemException expected =
                    catchThrowableOfType(ProblemException.class, () -> failing.resolve(interpreter));

            assertThat(catchThrowableOfType(
                            ProblemException.class, () -> failing.resolve(interpreter, known(ANY_TIME))))
                    .hasMessage(expected.getMessage());
        }
    }

    @Test
    void whatIsNotPinnedIsAskedForAsEver() throws Exception {
        assertThat(asked(newest, ANY_TIME, "web==1.0")).containsExactly("web", "shared");

        assertThat(asked(newest, ANY_TIME, "web==1.0")).containsExactly("shared");
        assertThat(asked(newest, ANY_TIME, "web>=1.0")).containsExactly("web", "shared");
        assertThat(asked(newest, ANY_TIME, "web==1.*")).containsExactly("web", "shared");
        assertThat(asked(newest, ANY_TIME, "web==2.0", "shared==1.1")).containsExactly("web");
    }

    @Test
    void aConstraintPinsToo() throws Exception {
        Path limits = new PipProject(folder, index).write("layer/limits.txt", "shared==1.0\n");
        assertThat(limits).exists();
        asked(newest, ANY_TIME, "-c limits.txt", "web==1.0");

        assertThat(asked(newest, ANY_TIME, "-c limits.txt", "web==1.0")).isEmpty();
    }

    @Test
    void whatWasAskedTooLongAgoIsAskedForAgain() throws Exception {
        asked(newest, ANY_TIME, "web==1.0", "shared==1.0");

        assertThat(asked(newest, Instant.now().plusSeconds(1), "web==1.0", "shared==1.0"))
                .containsExactly("web", "shared");
    }

    @Test
    void anAnswerIsAsOldAsItsOldestPart() throws Exception {
        Instant first = project("web==1.0", "shared==1.0")
                .resolve(newest, known(ANY_TIME))
                .asked();
        Thread.sleep(1100);

        Instant second = project("web==1.0", "shared==1.0", "added==1.0")
                .resolve(newest, known(ANY_TIME))
                .asked();
        assertThat(second.truncatedTo(ChronoUnit.SECONDS)).isEqualTo(first.truncatedTo(ChronoUnit.SECONDS));

        assertThat(project("web==1.0", "shared==1.0", "added==1.0")
                        .resolve(newest, known(Instant.now()))
                        .asked())
                .isAfter(second);
    }

    @Test
    void aWheelThatIsNotInTheStoreIsAskedFor() throws Exception {
        asked(newest, ANY_TIME, "web==1.0", "shared==1.0");
        for (Path wheel : project().store().wheels()) {
            if (wheel.endsWith("web-1.0-py3-none-any.whl")) {
                Files.writeString(wheel, "damaged");
            }
        }

        assertThat(asked(newest, ANY_TIME, "web==1.0", "shared==1.0")).containsExactly("web");
    }

    @Test
    void linesWithHashesAreAskedFor() throws Exception {
        String[] lines = {
            "web==1.0 --hash=sha256:"
                    + TestWheel.of("web", "1.0").requires("shared>=1").sha256(),
            "shared==1.0 --hash=sha256:" + TestWheel.of("shared", "1.0").sha256()
        };
        asked(newest, ANY_TIME, lines);
        assertThat(asked(newest, ANY_TIME, lines)).containsExactly("web", "shared");

        assertThat(asked(newest, ANY_TIME, "web==1.0", "shared==1.0")).containsExactly("web", "shared");
    }

    @Test
    void aReleaseWithLocalVersionsIsAskedFor() throws Exception {
        index.add(TestWheel.of("shared", "1.0+cpu"));
        asked(newest, ANY_TIME, "web==1.0", "shared==1.0");

        assertThat(asked(newest, ANY_TIME, "web==1.0", "shared==1.0")).containsExactly("shared");
    }

    @Test
    void ofAYankedReleaseTheUserIsToldEachTime() throws Exception {
        index.yanking("shared-1.0-py3-none-any.whl");
        String[] lines = {"web==1.0", "shared==1.0"};
        asked(newest, ANY_TIME, lines);
        PipProject again = project(lines);
        index.forgetRequests();

        again.resolve(newest, known(ANY_TIME));

        assertThat(pages()).containsExactly("shared");
        assertThat(again.warnings()).anyMatch(warning -> warning.contains("yanked"));
    }

    @Test
    void secondIndexesAreAskedFor() throws Exception {
        try (LocalIndex other = new LocalIndex()) {
            String[] lines = {"--extra-index-url " + other.url(), "web==1.0", "shared==1.0"};
            asked(newest, ANY_TIME, lines);

            assertThat(asked(newest, ANY_TIME, lines)).containsExactly("web", "shared");
        }
    }

    @Test
    void aPackageThatCannotHaveItsNewestReleaseIsAskedFor() throws Exception {
        index.add(TestWheel.of("shared", "1.2").tag("cp313-cp313-win_amd64"));
        asked(newest, ANY_TIME, "web==1.0", "shared>=1");
        String[] lines = {"web==1.0", "shared==1.1"};

        assertThat(asked(newest, ANY_TIME, lines)).containsExactly("shared");
        assertThat(project(lines).resolve(newest, known(ANY_TIME)).resolution())
                .isEqualTo(project(lines).resolve(newest));
    }

    @Test
    void whatCannotBeReadIsNotKnown() throws Exception {
        for (String text : List.of("half a", "[]", "{\"web\": 1}", "{\"web\": {\"version\": \"1.0\"}}")) {
            Files.createDirectories(folder.resolve("kept"));
            Files.writeString(known(ANY_TIME).file(), text);

            assertThat(asked(newest, ANY_TIME, "web==1.0", "shared==1.0")).containsExactly("web", "shared");
        }
    }

    @Test
    void nothingIsLeftBeside() throws Exception {
        asked(newest, ANY_TIME, "web==1.0");

        try (var files = Files.list(folder.resolve("kept"))) {
            assertThat(files).containsExactly(known(ANY_TIME).file());
        }
    }
}
