package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.pythonlambda.testing.TestInterpreters;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandRunnerTest {

    @TempDir
    Path folder;

    private CommandRunner.Command python(String program, Map<String, String> environment, List<String> without) {
        return new CommandRunner.Command(
                List.of(TestInterpreters.newest().executable(), "-I", "-X", "utf8", "-u", "-c", program),
                folder,
                environment,
                without);
    }

    private CommandRunner.Result run(String program) throws IOException {
        return new CommandRunner().run(python(program, Map.of(), List.of()), line -> {});
    }

    @Test
    void keepsBothStreamsInTheirOrder() throws Exception {
        CommandRunner.Result result =
                run("import sys; print('one'); print('two', file=sys.stderr); print('drei: \\u00fc')");

        assertThat(result).isEqualTo(new CommandRunner.Result(0, List.of("one", "two", "drei: \u00fc")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 97})
    void tellsHowTheProgramEnded(int status) throws Exception {
        assertThat(run("raise SystemExit(%d)".formatted(status)).exitCode()).isEqualTo(status);
    }

    @Test
    void handsOnEachLine() throws Exception {
        List<String> lines = new ArrayList<>();
        new CommandRunner().run(python("print('one'); print('two')", Map.of(), List.of()), lines::add);

        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void startsTheProgramInItsFolderWithItsEnvironment() throws Exception {
        String program = "import os; print(os.getcwd()); print(os.environ.get('ADDED')); print(os.environ.get('PATH'))";
        CommandRunner.Result result =
                new CommandRunner().run(python(program, Map.of("ADDED", "a b"), List.of("PATH")), line -> {});

        assertThat(result.output()).containsExactly(folder.toRealPath().toString(), "a b", "None");
    }

    @Test
    void givesTheProgramNothingToRead() throws Exception {
        assertThat(run("import sys; print(repr(sys.stdin.read()))").output()).containsExactly("''");
    }

    @Test
    void aStartedProgramWaitsForWhatItReads() throws Exception {
        String text = "\u00fc".repeat(200_000);
        RunningProgram program = new CommandRunner().start(python("print(len(input()))", Map.of(), List.of()));

        assertThat(program.finish(text + "\n", line -> {}).output()).containsExactly("200000");
    }

    @Test
    void aProgramMayEndWithoutReading() throws Exception {
        RunningProgram program = new CommandRunner().start(python("print('no')", Map.of(), List.of()));

        assertThat(program.finish("text".repeat(200_000), line -> {}))
                .isEqualTo(new CommandRunner.Result(0, List.of("no")));
    }

    @Test
    void aProgramThatDoesNotExistIsAnError() {
        CommandRunner.Command command =
                new CommandRunner.Command(List.of("no-such-program-here"), folder, Map.of(), List.of());

        assertThatIOException()
                .isThrownBy(() -> new CommandRunner().run(command, line -> {}))
                .withMessageContaining("no-such-program-here");
    }

    @Test
    void whatTheOneWhoIsToldTheLinesThrowsEndsTheRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CommandRunner()
                        .run(python("print('one'); import time; time.sleep(50)", Map.of(), List.of()), line -> {
                            throw new IllegalStateException("no more of " + line);
                        }))
                .withMessage("no more of one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                // Its output is closed, so that only its end is waited for.
                "import os; os.close(1); os.close(2); "
            })
    void anInterruptedBuildEndsTheProgram(String closing) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        String program = "import time; print('started'); " + closing + "time.sleep(50)";
        Thread build = new Thread(() -> {
            try {
                new CommandRunner().run(python(program, Map.of(), List.of()), line -> started.countDown());
            } catch (IOException e) {
                end.set(e);
            }
        });
        build.start();
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        build.interrupt();
        build.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(build.isAlive()).isFalse();
        assertThat(end.get()).isInstanceOf(InterruptedIOException.class);
    }
}
