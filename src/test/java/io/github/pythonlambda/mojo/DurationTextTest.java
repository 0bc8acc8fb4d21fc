package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1d, PT24H", "12h, PT12H", "30m, PT30M", "' 2 d ', PT48H"})
    void isANumberWithAUnit(String text, Duration expected) throws Exception {
        assertThat(DurationText.parse(text, "resolveEvery")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "d", "-1d", "1w", "daily", "1d 2h", "12345678d"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DurationText.parse(text, "resolveEvery"))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("-Dpython-lambda.resolveEvery");
    }
}
