package io.github.pythonlambda.verify;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A program of the function that runs, with all that it has started. */
final class FunctionProcess implements Closeable {

    private static final int LINES_KEPT = 400;

    /** On Lambda, too, each environment that a function runs in has a log stream of its own. */
    private static final String LOG_STREAM = "AWS_LAMBDA_LOG_STREAM_NAME";

    private static final String SYSTEM_ROOT = "SystemRoot";

    /** Long enough for a server that has nothing to do. */
    private static final Duration TO_END_BY_ITSELF = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final Duration TO_PRINT_THE_REST = Duration.ofMillis(500);

    private final Process process;
    private final String logStream;
    private final Thread reader;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private FunctionProcess(Process process, String logStream, Predicate<String> isKept) {
        this.process = process;
        this.logStream = logStream;
        this.reader = new Thread(() -> read(isKept), "python-lambda-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param environment all of its variables; it sees none of the build's
     * @param isKept is told each line that it prints, and tells whether it is of use for a reader
     * @throws IOException if it cannot be started
     */
    static FunctionProcess start(
            List<String> command, Path directory, Map<String, String> environment, Predicate<String> isKept)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        // Without it no program of Windows opens a socket or draws a random number.
        Optional.ofNullable(System.getenv(SYSTEM_ROOT))
                .ifPresent(folder -> builder.environment().put(SYSTEM_ROOT, folder));
        String logStream = "verify/" + UUID.randomUUID();
        builder.environment().put(LOG_STREAM, logStream);
        Process process = builder.start();
        process.getOutputStream().close();
        return new FunctionProcess(process, logStream, isKept);
    }

    private void read(Predicate<String> isKept) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().filter(isKept).forEach(this::keep);
        } catch (IOException | UncheckedIOException e) {
            // The stream was closed with the process; what was printed before is kept.
            return;
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            if (lines.size() == LINES_KEPT) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }

    /** The last lines that were printed, all of them if the program has ended. */
    List<String> output() throws IOException {
        if (!process.isAlive()) {
            try {
                reader.join(TO_PRINT_THE_REST.toMillis());
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits for the end of the program; tells whether it has ended. */
    boolean waitFor(Duration time) throws IOException {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for a program of the function");
    }

    /** Of a program that has ended; 128 and the signal's number for one that was killed. */
    int exitStatus() {
        return process.exitValue();
    }

    /** The processes that live. To be asked now and then, so that those are known whose parent has ended. */
    Set<Long> processes() {
        process.descendants().forEach(started::add);
        Set<Long> ids = started.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
        if (process.isAlive()) {
            ids.add(process.pid());
        }
        return ids;
    }

    /** Asks the program and all that it has started to end, and kills what does not. */
    @Override
    public void close() {
        end(ProcessHandle::destroy);
    }

    /** Kills the program and all that it has started at once. */
    void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    private synchronized void end(Consumer<ProcessHandle> way) {
        if (closed) {
            return;
        }
        closed = true;
        process.descendants().forEach(started::add);
        started.add(process.toHandle());
        started.forEach(way);
        // Those whose parent had ended already; looking for them takes a while.
        ProcessVariables.having(LOG_STREAM, logStream).stream()
                .filter(started::add)
                .forEach(way);
        awaitEnd();
        started.stream().filter(ProcessHandle::isAlive).forEach(handle -> {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
        });
        awaitEnd();
    }

    /** Waits some time for the end of all; {@link ProcessHandle#onExit} is late for those that are no children of the build. */
    private void awaitEnd() {
        long end = System.nanoTime() + TO_END_BY_ITSELF.toNanos();
        try {
            while (started.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
