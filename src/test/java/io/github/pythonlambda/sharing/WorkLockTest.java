package io.github.pythonlambda.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.Closeable;
import java.io.InterruptedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkLockTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger longWaits = new AtomicInteger();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("locks/one");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private WorkLock acquire(Duration patience) throws InterruptedIOException {
        return WorkLock.acquire(file, longWaits::incrementAndGet, AT_ONCE, patience);
    }

    private Future<WorkLock> acquireInAnotherThread() {
        return threads.submit(() -> acquire(LONG));
    }

    private void assertThatItWaits(Future<?> future) throws Exception {
        Thread.sleep(SHORT.toMillis());
        assertThat(future.isDone()).isFalse();
    }

    @Test
    void isHadAtOnceWhereNobodyHasIt() throws Exception {
        try (WorkLock lock = acquire(LONG)) {
            assertThat(file).exists();
            lock.done();
        }
        assertThat(file).doesNotExist();
        assertThat(longWaits).hasValue(0);
    }

    @Test
    void keepsOtherThreadsWaiting() throws Exception {
        Future<WorkLock> next;
        try (WorkLock lock = acquire(LONG)) {
            next = acquireInAnotherThread();
            assertThatItWaits(next);
            assertThat(lock).isNotNull();
        }
        next.get(20, TimeUnit.SECONDS).close();
        assertThat(longWaits).as("told once").hasValue(1);
    }

    @Test
    void locksOfOtherNamesAreFree() throws Exception {
        try (WorkLock lock = acquire(LONG);
                WorkLock other =
                        WorkLock.acquire(folder.resolve("locks/two"), longWaits::incrementAndGet, AT_ONCE, LONG)) {
            assertThat(longWaits).hasValue(0);
            assertThat(lock).isNotSameAs(other);
        }
    }

    @Test
    void threadsTakeTurns() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(threads.submit(() -> {
                try (WorkLock lock = acquire(LONG)) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(10);
                    inside.decrementAndGet();
                    assertThat(lock).isNotNull();
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(20, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
    }

    /** Maven may load a plugin several times in one JVM. */
    @Test
    void keepsThreadsOfOtherClassLoadersWaiting() throws Exception {
        URL classes = WorkLock.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(WorkLock.class.getName());
            assertThat(type).isNotSameAs(WorkLock.class);
            Future<WorkLock> next;
            try (Closeable lock = (Closeable)
                    type.getMethod("acquire", Path.class, Runnable.class).invoke(null, file, (Runnable) () -> {})) {
                next = acquireInAnotherThread();
                assertThatItWaits(next);
                assertThat(lock).isNotNull();
            }
            next.get(20, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void aLockThatNobodyRefersToIsStillHeld() throws Exception {
        try (WorkLock lock = acquire(LONG)) {
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(20);
            }
            assertThatItWaits(acquireInAnotherThread());
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void patienceEnds() throws Exception {
        try (WorkLock lock = acquire(LONG);
                WorkLock withoutTurn = acquire(SHORT)) {
            assertThat(longWaits).hasValue(1);
            assertThat(lock).isNotSameAs(withoutTurn);
        }
    }

    @Test
    void whoeverGotImpatientTakesNoTurnFromOthers() throws Exception {
        try (WorkLock lock = acquire(LONG)) {
            acquire(SHORT).close();
            assertThatItWaits(acquireInAnotherThread());
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void whereNothingCanBeLockedNobodyWaits() throws Exception {
        Files.createFile(folder.resolve("locks"));

        try (WorkLock lock = acquire(LONG);
                WorkLock other = acquire(LONG)) {
            lock.done();
            other.done();
        }
        assertThat(longWaits).hasValue(0);
    }

    @Test
    void whoeverWaitsCanBeInterrupted() throws Exception {
        try (WorkLock lock = acquire(LONG)) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> acquire(LONG));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lock).isNotNull();
        }
    }
}
