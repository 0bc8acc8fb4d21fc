package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultTimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DefaultTimeZone("Pacific/Auckland")
class EntryTimeTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-11-23T08:00:00Z,          -,          2026-11-23T08:00:00
            2026-11-23T08:00:00+05:30,     -,          2026-11-23T02:30:00
            ' 2026-11-23T08:00:00-08:00 ', -,          2026-11-23T16:00:00
            2026-11-23T08:00:01.987Z,      -,          2026-11-23T08:00:01
            1795420800,                    -,          2026-11-23T08:00:00
            1795420800,                    1700000000, 2026-11-23T08:00:00
            -,                             1700000000, 2023-11-14T22:13:20
            '',                            1700000000, 2023-11-14T22:13:20
            x,                             1700000000, 2023-11-14T22:13:20
            7,                             1700000000, 2023-11-14T22:13:20
            -,                             2026-11-23T08:00:00Z, 2026-11-23T08:00:00
            -,                             -,          1980-02-01T00:00:00
            x,                             ' ',        1980-02-01T00:00:00
            1980-01-01T00:00:02Z,          -,          1980-01-01T00:00:02
            2099-12-31T23:59:59Z,          -,          2099-12-31T23:59:59
            """)
    void isChosenFromThePropertyThenTheVariableAndNeverTheClock(
            String outputTimestamp, String sourceDateEpoch, LocalDateTime expected) throws ProblemException {
        assertThat(EntryTime.choose(outputTimestamp, sourceDateEpoch)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "2026-11-23",
                "2026-11-23T08:00:00",
                "2026-13-01T00:00:00Z",
                "-5",
                "99999999999999999999",
                "${git.commit.time}"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EntryTime.choose(text, null))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        project.build.outputTimestamp is not a time
                          expected: an ISO 8601 time such as 2026-11-23T08:00:00Z, or seconds since 1970
                          found:    %s
                          to do:    correct the property in pom.xml""".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1979-12-31T23:59:59Z", "1980-01-01T00:00:01Z", "2100-01-01T00:00:00Z", "00", "4102444800"})
    void refusesWhatAZipFileCannotHold(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EntryTime.choose(text, null))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        project.build.outputTimestamp is a time that a zip file cannot hold
                          expected: 1980-01-01T00:00:02Z to 2099-12-31T23:59:59Z
                          found:    %s
                          to do:    correct the property in pom.xml""".formatted(text));
    }

    @Test
    void aBadVariableIsCalledByItsName() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EntryTime.choose("x", "yesterday"))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        SOURCE_DATE_EPOCH is not a time
                          expected: an ISO 8601 time such as 2026-11-23T08:00:00Z, or seconds since 1970
                          found:    yesterday
                          to do:    correct the environment variable""");
    }
}
