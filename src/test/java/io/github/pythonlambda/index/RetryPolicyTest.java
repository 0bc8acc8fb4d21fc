package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "1, , 400",
        "2, , 800",
        "4, , 3200",
        "20, , 30000",
        "1, 5, 5000",
        "1, 0, 400",
        "1, 3600, 30000",
        "1, -5, 400"
    })
    void pausesDoubleUnlessTheServerAsksForMore(int failures, Integer seconds, long expected) {
        Optional<Duration> asked = Optional.ofNullable(seconds).map(Duration::ofSeconds);

        assertThat(RetryPolicy.USUAL.pause(failures, new RetryableException("busy", asked)))
                .isEqualTo(Duration.ofMillis(expected));
    }

    @Test
    void endsAfterSoManyAttempts() {
        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(() -> new RetryPolicy(3, Duration.ZERO, Duration.ZERO).run(() -> {
                    throw new RetryableException("attempt " + attempts.incrementAndGet());
                }))
                .withMessage("attempt 3");
    }

    @Test
    void doesNotTryAgainWhatCannotPass() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RetryPolicy.USUAL.run(() -> {
                    attempts.incrementAndGet();
                    throw new IOException("for good");
                }));
        assertThat(attempts).hasValue(1);
    }
}
