package io.github.pythonlambda.sharing;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Keeps those who use a folder, many at a time, apart from the one who removes things from it: it waits until none of them
 * is left, and who comes meanwhile waits for it.
 *
 * <p>Who comes passes a gate and locks a file of its own behind it; who wants to be alone keeps the gate closed and waits for
 * all those files. They are locks of the operating system ({@link WorkLock}), so whoever is killed keeps nobody waiting. One
 * file that all users lock would not do: within a process the first of them to end would take the lock from all others.
 * Where there are no locks, users go on without, and nobody can be alone.
 */
public final class FolderUse implements Closeable {

    private static final String USERS = ".in-use";
    /** Is never removed: who had just opened it would wait for a file that others do not see. */
    private static final String GATE = "gate";

    private static final Duration LONG_WAIT = Duration.ofSeconds(3);
    /** Longer than most builds take. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final WorkLock lock;
    private final boolean isGate;

    private FolderUse(WorkLock lock, boolean isGate) {
        this.lock = lock;
        this.isGate = isGate;
    }

    /** Whether a path is where the users of its folder are noted. */
    public static boolean isNoteOfUsers(Path path) {
        return path.getFileName().toString().equals(USERS);
    }

    /**
     * Begins to use a folder beside others.
     *
     * @param folder made if need be
     * @param longWait is run once if somebody is alone in the folder for more than a few seconds
     * @throws InterruptedIOException if the thread is interrupted
     */
    public static FolderUse beside(Path folder, Runnable longWait) throws InterruptedIOException {
        Path users = folder.resolve(USERS);
        WorkLock gate = WorkLock.acquire(users.resolve(GATE), longWait);
        try {
            String name = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
            return new FolderUse(WorkLock.acquire(users.resolve(name), () -> {}), false);
        } finally {
            gate.close();
        }
    }

    /**
     * Waits until nobody uses a folder, and keeps everybody out of it.
     *
     * @param folder made if need be
     * @param longWait is run if that takes more than a few seconds, perhaps several times
     * @throws ProblemException if somebody uses it for too long, or it cannot be told whether somebody does
     * @throws InterruptedIOException if the thread is interrupted
     */
    public static FolderUse alone(Path folder, Runnable longWait) throws ProblemException, IOException {
        return alone(folder, longWait, LONG_WAIT, PATIENCE);
    }

    static FolderUse alone(Path folder, Runnable longWait, Duration untilLong, Duration patience)
            throws ProblemException, IOException {
        Path users = folder.resolve(USERS);
        refuseWithoutLocks(folder, users);
        WorkLock gate = WorkLock.acquire(users.resolve(GATE), longWait, untilLong, patience);
        try {
            refuseUnlessHeld(gate, folder, patience);
            for (Path file : FolderForm.children(users)) {
                if (!file.endsWith(GATE)) {
                    awaitEnd(file, folder, longWait, untilLong, patience);
                }
            }
        } catch (ProblemException | IOException e) {
            gate.close();
            throw e;
        }
        return new FolderUse(gate, true);
    }

    private static void refuseWithoutLocks(Path folder, Path users) throws ProblemException, IOException {
        WorkLock trial = WorkLock.acquire(users.resolve("trial"), () -> {});
        trial.done();
        trial.close();
        if (!trial.isHeld()) {
            throw new ProblemException(Problem.of("it cannot be told whether a build is using the cache")
                    .at(folder)
                    .expected("a folder that can be written to, on a file system with locks")
                    .remedy("remove it by hand while no build runs: all in it is made again when it is needed"));
        }
    }

    private static void awaitEnd(Path user, Path folder, Runnable longWait, Duration untilLong, Duration patience)
            throws ProblemException, IOException {
        WorkLock lock = WorkLock.acquire(user, longWait, untilLong, patience);
        if (lock.isHeld()) {
            // Nobody can be about to lock it: the gate is closed.
            lock.done();
        }
        lock.close();
        refuseUnlessHeld(lock, folder, patience);
    }

    private static void refuseUnlessHeld(WorkLock lock, Path folder, Duration patience) throws ProblemException {
        if (!lock.isHeld()) {
            throw new ProblemException(
                    Problem.of("other builds have been using the cache for %d minutes".formatted(patience.toMinutes()))
                            .at(folder)
                            .remedy("run this again when they are done"));
        }
    }

    /** Ends the use. */
    @Override
    public void close() {
        if (!isGate) {
            lock.done();
        }
        lock.close();
    }
}
