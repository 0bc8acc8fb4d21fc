package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.RecordingLog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideTest {

    private static final List<String> BOTH = List.of("first", "second");

    private final RecordingLog log = new RecordingLog();
    private final CountDownLatch secondIsDone = new CountDownLatch(1);

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allAreWorkedOnAtTheSameTimeAndTheResultsAreInOrder() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> results = new SideBySide<String, String>(log, (item, own) -> {
                    try {
                        together.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new AssertionError("the other one has not been started", e);
                    }
                    return item + " result";
                })
                .run(BOTH);

        assertThat(results).containsExactly("first result", "second result");
    }

    @Test
    void oneAloneIsWorkedOnInTheCallersThread() throws Exception {
        List<Thread> threads = new SideBySide<String, Thread>(log, (item, own) -> {
                    assertThat(own).isSameAs(log);
                    return Thread.currentThread();
                })
                .run(List.of("only"));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void whatTheSecondTellsStandsBehindWhatTheFirstTells() throws Exception {
        new SideBySide<String, String>(log, (item, own) -> {
                    own.info(item + " begins");
                    if (item.equals("first")) {
                        await(secondIsDone);
                    }
                    own.warn(item + " warns");
                    own.debug(item + " explains");
                    own.info(item + " ends");
                    if (item.equals("second")) {
                        // What was fetched is progress, and is told at once.
                        own.fetched("demo-1.0-py3-none-any.whl", 1);
                        assertThat(log.fetched()).hasSize(1);
                        secondIsDone.countDown();
                    }
                    return item;
                })
                .run(BOTH);

        assertThat(log.infos()).containsExactly("first begins", "first ends", "second begins", "second ends");
        assertThat(log.warnings()).containsExactly("first warns", "second warns");
        assertThat(log.details()).containsExactly("first explains", "second explains");
    }

    @Test
    void theFirstTellsWhatItDoesAtOnce() throws Exception {
        new SideBySide<String, String>(log, (item, own) -> {
                    if (item.equals("first")) {
                        own.info("first begins");
                        // It may have begun before its turn was given to it; it has it within moments.
                        while (!log.infos().contains("first begins")) {
                            Thread.onSpinWait();
                        }
                    }
                    return item;
                })
                .run(BOTH);

        assertThat(log.infos()).containsExactly("first begins");
    }

    @Test
    void ifBothFailTheFirstOnesErrorIsToldWhicheverCameFirstInTime() {
        SideBySide<String, String> work = new SideBySide<>(log, (item, own) -> {
            own.info(item + " begins");
            if (item.equals("first")) {
                await(secondIsDone);
            } else {
                secondIsDone.countDown();
            }
            throw new ProblemException(Problem.of(item + " has no solution").remedy("relax " + item));
        });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> work.run(BOTH))
                .satisfies(failure -> assertThat(failure.problems())
                        .containsExactly(Problem.of("first has no solution").remedy("relax first")));
        assertThat(log.infos()).containsExactly("first begins");
    }

    @Test
    void ifTheSecondFailsAloneItsErrorIsToldAfterAllThatTheFirstTells() {
        SideBySide<String, String> work = new SideBySide<>(log, (item, own) -> {
            own.info(item + " begins");
            if (item.equals("second")) {
                secondIsDone.countDown();
                throw new IOException("the disk is full");
            }
            await(secondIsDone);
            own.info(item + " ends");
            return item;
        });

        assertThatIOException().isThrownBy(() -> work.run(BOTH)).withMessage("the disk is full");
        assertThat(log.infos()).containsExactly("first begins", "first ends", "second begins");
    }

    @Test
    void ifTheFirstFailsTheOthersAreEndedBeforeItsErrorIsTold() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        SideBySide<String, String> work = new SideBySide<>(log, (item, own) -> {
            if (item.equals("first")) {
                await(begun);
                throw new IllegalStateException("a fault of the program");
            }
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.set(true);
            }
            return item;
        });

        assertThatThrownBy(() -> work.run(BOTH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a fault of the program");
        assertThat(ended).isTrue();
    }

    @Test
    void anInterruptedBuildEndsAll() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch ended = new CountDownLatch(2);
        AtomicReference<Throwable> end = new AtomicReference<>();
        SideBySide<String, String> work = new SideBySide<>(log, (item, own) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
            }
            return item;
        });
        Thread build = new Thread(() -> {
            try {
                work.run(BOTH);
            } catch (ProblemException | IOException e) {
                end.set(e);
            }
        });
        build.start();
        await(begun);
        build.interrupt();
        await(ended);
        build.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(end.get()).isInstanceOf(InterruptedIOException.class);
    }
}
