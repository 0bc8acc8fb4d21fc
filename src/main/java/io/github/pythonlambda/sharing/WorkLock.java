package io.github.pythonlambda.sharing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The turn to do a piece of work whose result other builds may want at the same moment: threads of this JVM, other
 * processes, and containers that share the folder. Who has it looks for the result first, since whoever had it before may
 * have left it there:
 *
 * <pre>{@code
 * try (WorkLock lock = WorkLock.acquire(file, longWait)) {
 *     if (resultIsThere()) {
 *         return;
 *     }
 *     doTheWork();
 *     lock.done();
 * }
 * }</pre>
 *
 * <p>It saves work, and nothing else may depend on it: where the file system knows no locks, or somebody who has the turn
 * does not get on, builds do the same work at the same time. So results are to be put in place whole.
 *
 * <p>The operating system's lock on the file counts, not that the file is there. So it ends with its process, however that
 * ends. Within a JVM it is the JDK that refuses a second lock on a file, whichever class loader asks. POSIX drops a
 * process's lock as soon as the process closes the file anywhere; therefore a thread that waits keeps it open until it has
 * had its turn.
 */
public final class WorkLock implements Closeable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_WAIT = Duration.ofSeconds(3);
    /** Longer than any transfer that gets on; afterwards the one who has the turn is taken to be stopped. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path file;
    /** To be kept reachable: the JDK forgets a lock that nobody refers to. */
    private final @Nullable FileLock lock;

    private WorkLock(Path file, @Nullable FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Waits for the turn.
     *
     * @param file names the work; made if need be, and its folder too
     * @param longWait is run once if that takes more than a few seconds
     * @throws InterruptedIOException if the thread is interrupted
     */
    public static WorkLock acquire(Path file, Runnable longWait) throws InterruptedIOException {
        return acquire(file, longWait, LONG_WAIT, PATIENCE);
    }

    static WorkLock acquire(Path file, Runnable longWait, Duration untilLong, Duration patience)
            throws InterruptedIOException {
        FileChannel channel = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = await(channel, longWait, untilLong, patience);
            if (lock != null) {
                return new WorkLock(file, lock);
            }
        } catch (InterruptedException e) {
            closeQuietly(channel);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another build did the same work");
        } catch (IOException e) {
            // There are no locks here, or nothing can be written. If that matters, the work itself will tell.
        }
        closeQuietly(channel);
        return new WorkLock(file, null);
    }

    /** Asks again and again: a wait inside the operating system could not be told of, nor be interrupted. */
    private static @Nullable FileLock await(
            FileChannel channel, Runnable longWait, Duration untilLong, Duration patience)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        boolean told = false;
        FileLock lock = tryLock(channel);
        while (lock == null) {
            long waited = System.nanoTime() - start;
            if (waited > patience.toNanos()) {
                return null;
            }
            if (!told && waited > untilLong.toNanos()) {
                told = true;
                longWait.run();
            }
            Thread.sleep(PAUSE.toMillis());
            lock = tryLock(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // A thread of this JVM has it.
            return null;
        }
    }

    private static void closeQuietly(@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written to it.
        }
    }

    /** Whether this is the only one who has the turn; if not, there are no locks here, or somebody else did not get on. */
    boolean isHeld() {
        return lock != null;
    }

    /** The result is there for all to find, so that the file has served its purpose, whoever still waits for it. */
    public void done() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Windows keeps a file that others have open. An empty file harms nobody.
        }
    }

    /** Gives the turn to the next one. */
    @Override
    public void close() {
        if (lock != null) {
            closeQuietly(lock.acquiredBy());
        }
    }
}
