package io.github.pythonlambda.build;

import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does the same for several things at the same time, and tells it as if one had been done after the other.
 *
 * <p>If the work for some of them fails, the first one's error is thrown, whichever was first in time; what is still going
 * on for those behind it is ended, and they tell nothing.
 *
 * @param <T> what is worked on
 * @param <R> what comes out of it
 */
final class SideBySide<T, R> {

    private static final long END_SECONDS = 10;

    /** What is done for each. */
    @FunctionalInterface
    interface Work<T, R> {

        /** @param log where to tell what is done for this one */
        R run(T item, BuildLog log) throws ProblemException, IOException;
    }

    private final BuildLog log;
    private final Work<T, R> work;

    SideBySide(BuildLog log, Work<T, R> work) {
        this.log = log;
        this.work = work;
    }

    /**
     * Does the work, in this thread if there is only one.
     *
     * @return the results in the order of the items
     * @throws IOException also if the thread is interrupted
     */
    List<R> run(List<T> items) throws ProblemException, IOException {
        if (items.isEmpty()) {
            return List.of();
        }
        if (items.size() == 1) {
            return List.of(work.run(items.get(0), log));
        }
        List<HeldLog> logs = items.stream().map(item -> new HeldLog(log)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(items.size());
        try {
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                T item = items.get(i);
                HeldLog own = logs.get(i);
                running.add(threads.submit(() -> work.run(item, own)));
            }
            List<R> results = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                logs.get(i).takeTurn();
                results.add(result(running.get(i)));
            }
            return results;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            end(threads);
        }
    }

    private R result(Future<R> running) throws ProblemException, IOException, InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ProblemException problem) {
                throw problem;
            }
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        }
    }

    /** Waits until the others have ended their programs and removed their files. */
    private static void end(ExecutorService threads) throws InterruptedIOException {
        threads.shutdownNow();
        try {
            threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while resolving");
        interrupted.initCause(cause);
        return interrupted;
    }
}
