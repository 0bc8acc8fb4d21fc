package io.github.pythonlambda.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A task that runs beside its caller, and is ended with it. */
final class Background<T> implements Closeable {

    private static final Duration TO_END = Duration.ofSeconds(10);

    private final ExecutorService thread;
    private final Future<T> future;

    private Background(ExecutorService thread, Future<T> future) {
        this.thread = thread;
        this.future = future;
    }

    /** @param task may throw no checked exception but {@code IOException} */
    static <T> Background<T> start(Callable<T> task) {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(runnable -> new Thread(runnable, "python-lambda-verify"));
        return new Background<>(thread, thread.submit(task));
    }

    /** Waits for the result. */
    T result() throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a program of the function was running");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Interrupts a task that has not ended, and gives it time to end. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
