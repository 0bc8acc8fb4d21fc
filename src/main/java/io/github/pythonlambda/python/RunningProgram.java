package io.github.pythonlambda.python;

import io.github.pythonlambda.python.CommandRunner.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** A program that was started, and waits for its input if it needs some. It ends when the build is ended. */
public final class RunningProgram implements AutoCloseable {

    /** A child prints at most what a reader can use; more would only fill memory. */
    private static final int LINES_KEPT = 20_000;

    private final Process process;
    private final String name;
    private final Thread endWithBuild;

    /** @param name what to call it in messages */
    RunningProgram(Process process, String name) {
        this.process = process;
        this.name = name;
        endWithBuild = new Thread(this::end, "python-lambda-end-child");
        Runtime.getRuntime().addShutdownHook(endWithBuild);
    }

    /**
     * Waits for its end. If the thread is interrupted, the program is ended.
     *
     * @param input what it reads
     * @param onLine is told each line as it is printed, by a thread of its own
     * @throws IOException if the thread is interrupted
     */
    public Result finish(String input, Consumer<String> onLine) throws IOException {
        try {
            // A thread that reads from a program cannot be interrupted, one that waits for the reading can.
            FutureTask<List<String>> reading = new FutureTask<>(() -> read(onLine));
            Thread reader = new Thread(reading, "python-lambda-read-child");
            reader.setDaemon(true);
            reader.start();
            write(input);
            List<String> lines = reading.get();
            return new Result(process.waitFor(), lines);
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for " + name);
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            close();
        }
    }

    private void write(String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended already; what it has printed tells why.
            return;
        }
    }

    private List<String> read(Consumer<String> onLine) throws IOException {
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

    /** Ends it, if it has not ended yet. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithBuild);
        } catch (IllegalStateException e) {
            // The build is being ended: the hook is running already.
            return;
        }
    }

    /** With what it has started itself, such as a build backend. */
    private void end() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
