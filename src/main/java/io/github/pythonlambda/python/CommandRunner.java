package io.github.pythonlambda.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Starts programs, hands on what they print while they run, and ends them when the build is ended. */
public final class CommandRunner {

    /** A child prints at most what a reader can use; more would only fill memory. */
    private static final int LINES_KEPT = 20_000;

    /**
     * What to run.
     *
     * @param arguments the program and its arguments; no shell is involved
     * @param directory its working directory
     * @param environment variables to set on top of the build's own
     * @param withoutVariables variables of the build's environment that it must not see
     */
    public record Command(
            List<String> arguments, Path directory, Map<String, String> environment, List<String> withoutVariables) {
        public Command {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
            withoutVariables = List.copyOf(withoutVariables);
        }
    }

    /**
     * How it ended.
     *
     * @param exitCode 0 for success
     * @param output the lines it printed, errors among them
     */
    public record Result(int exitCode, List<String> output) {
        public Result {
            output = List.copyOf(output);
        }
    }

    /**
     * Runs a command to its end. If the thread is interrupted, the program is ended.
     *
     * @param onLine is told each line as it is printed, by a thread of its own
     * @throws IOException if the program cannot be started, or the thread is interrupted
     */
    public Result run(Command command, Consumer<String> onLine) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectErrorStream(true);
        command.withoutVariables().forEach(builder.environment()::remove);
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        Thread endWithBuild = new Thread(() -> end(process), "python-lambda-end-child");
        Runtime.getRuntime().addShutdownHook(endWithBuild);
        try {
            process.getOutputStream().close();
            // A thread that reads from a program cannot be interrupted, one that waits for the reading can.
            FutureTask<List<String>> reading = new FutureTask<>(() -> read(process, onLine));
            Thread reader = new Thread(reading, "python-lambda-read-child");
            reader.setDaemon(true);
            reader.start();
            List<String> lines = reading.get();
            return new Result(process.waitFor(), lines);
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(command, e);
        } finally {
            end(process);
            forget(endWithBuild);
        }
    }

    /** With what it has started itself, such as a build backend. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static List<String> read(Process process, Consumer<String> onLine) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                onLine.accept(line);
                if (lines.size() < LINES_KEPT) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** What went wrong while reading, or what the one who is told the lines has thrown. */
    private static IOException cause(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (IOException) cause;
    }

    private static IOException interrupted(Command command, InterruptedException cause) {
        InterruptedIOException interrupted = new InterruptedIOException(
                "interrupted while waiting for " + command.arguments().get(0));
        interrupted.initCause(cause);
        return interrupted;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The build is being ended: the hook is running already.
            return;
        }
    }
}
