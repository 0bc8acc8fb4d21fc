package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReusePolicyTest {

    @ParameterizedTest(name = "max {0}, forced {1}, age {2}, offline {3}: {4}")
    @CsvSource({
        "PT24H, false, PT23H59M, false, true",
        "PT24H, false, PT24H,    false, false",
        "PT24H, false, PT240H,   true,  true",
        "PT24H, true,  PT1M,     false, false",
        "PT24H, true,  PT1M,     true,  true",
        "PT0S,  false, PT0S,     false, false",
        "PT0S,  false, PT0S,     true,  false",
    })
    void anAnswerIsUsedAgainWhileItIsYoung(
            Duration maxAge, boolean forced, Duration age, boolean offline, boolean allowed) {
        assertThat(new ReusePolicy(maxAge, forced).allows(age, offline)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"PT10S, 0 minutes", "PT1M, 1 minute", "PT119M, 1 hour", "PT30H, 1 day", "PT240H, 10 days"})
    void anAgeIsToldRoughly(Duration age, String text) {
        assertThat(Age.format(age)).isEqualTo(text);
    }
}
