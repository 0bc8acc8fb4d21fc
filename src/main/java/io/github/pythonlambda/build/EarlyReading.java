package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelFactsStore;
import io.github.pythonlambda.wheel.WheelInspection;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the content of wheels that have just come to this machine, while others are still being looked for, and keeps what
 * it shows. It saves time and nothing depends on it: what it does not come to, or cannot read, is read when its turn comes,
 * and what is wrong with it is told then.
 */
final class EarlyReading implements Closeable {

    private final WheelFactsStore known;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** One processor is left to pip. The entries of a wheel are read in parallel, and a pool's task does that in its pool. */
    private final ForkJoinPool threads =
            new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    /** @param known where facts are kept */
    EarlyReading(WheelFactsStore known) {
        this.known = known;
    }

    /**
     * Reads a wheel, some time.
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
        if (closed.get()) {
            return;
        }
        try {
            if (known.find(digest).isEmpty()) {
                WheelFileName name = WheelFileName.parse(path.getFileName().toString());
                try (Wheel wheel = Wheel.open(path, name)) {
                    known.keep(digest, WheelInspection.of(wheel));
                }
            }
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
