package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.sharing.WorkLock;
import io.github.pythonlambda.testing.OnEachPython;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** {@code lambda_lock.py} and {@link WorkLock} keep each other waiting. */
class LockTwinTest {

    private static final String HOLD_UNTIL_TOLD = "import sys; sys.path.insert(0, sys.argv[1]); import lambda_lock\n"
            + "with lambda_lock.held(sys.argv[2], 'test') as done:\n"
            + "    print('has it', flush=True)\n"
            + "    sys.stdin.readline()\n"
            + "    done()\n"
            + "print('gave it back', flush=True)\n";

    @TempDir
    Path folder;

    private Process start(Interpreter interpreter, Path file) throws IOException {
        Path program = PipProgram.load().install(folder).toAbsolutePath();
        return new ProcessBuilder(
                        interpreter.executable(), "-I", "-c", HOLD_UNTIL_TOLD, program.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
    }

    @OnEachPython
    void javaWaitsForPipUntilThatGivesItBack(Interpreter interpreter) throws Exception {
        waits(interpreter, process -> {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        });
    }

    @OnEachPython
    void aPipThatIsKilledKeepsNobodyWaiting(Interpreter interpreter) throws Exception {
        waits(interpreter, Process::destroyForcibly);
    }

    private interface End {
        void of(Process process) throws IOException;
    }

    private void waits(Interpreter interpreter, End end) throws Exception {
        Path file = folder.resolve("locks/one");
        Process process = start(interpreter, file);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("has it");
            Future<WorkLock> next = thread.submit(() -> WorkLock.acquire(file, () -> {}));
            Thread.sleep(300);
            assertThat(next.isDone()).isFalse();

            end.of(process);

            next.get(20, TimeUnit.SECONDS).close();
        } finally {
            process.destroyForcibly();
            thread.shutdownNow();
        }
    }

    @OnEachPython
    void pipWaitsForJava(Interpreter interpreter) throws Exception {
        Path file = folder.resolve("locks/one");
        Process process;
        try (WorkLock lock = WorkLock.acquire(file, () -> {})) {
            process = start(interpreter, file);
            assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
            assertThat(process.getInputStream().available()).isZero();
            lock.done();
        }
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("has it");
        } finally {
            process.destroyForcibly();
        }
    }
}
