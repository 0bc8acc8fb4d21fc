package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Opens wheels that a resolution comes by, while others are still being looked for. It saves time and nothing depends on it:
 * what it does not come to, or cannot read, is opened when its turn comes, and what is wrong with it is told then.
 */
final class EarlyReading implements Closeable {

    /** A long search looks at any number of wheels, and a process may not have any number of open files. */
    private static final int MOST_WHEELS = 200;

    private final WheelShelf shelf;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** One processor is left to pip. The entries of a wheel are read in parallel, and a pool's task does that in its pool. */
    private final ForkJoinPool threads =
            new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    /** @param shelf where the wheels are opened */
    EarlyReading(WheelShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Opens a wheel, some time.
     *
     * @param wheel a file in the store
     */
    void begin(Path wheel, Sha256 digest) {
        try {
            threads.execute(() -> read(wheel, digest));
        } catch (RejectedExecutionException e) {
            // It is closed, and what an ended pip has told last is not needed.
            return;
        }
    }

    private void read(Path path, Sha256 digest) {
        if (closed.get() || shelf.size() >= MOST_WHEELS) {
            return;
        }
        try {
            shelf.open(digest, WheelFileName.parse(path.getFileName().toString()), path);
        } catch (PackagingSyntaxException | ProblemException | IOException e) {
            // Whoever needs this wheel will meet the same, and tell it.
            return;
        }
    }

    /** Waits for the wheels that are being read. Those that nobody has begun to read are left to others. */
    @Override
    public void close() {
        closed.set(true);
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
                threads.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
