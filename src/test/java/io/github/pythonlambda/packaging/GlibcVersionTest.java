package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlibcVersionTest {

    @Test
    void comparesByNumbersNotByText() {
        assertThat(GlibcVersion.parse("2.5")).isLessThan(GlibcVersion.parse("2.17"));
        assertThat(GlibcVersion.parse("3.0")).isGreaterThan(GlibcVersion.parse("2.34"));
        assertThat(GlibcVersion.parse("2.26"))
                .isEqualTo(new GlibcVersion(2, 26))
                .hasToString("2.26");
    }

    @ParameterizedTest
    @CsvSource({"2.0, true", "2.5, true", "2.10, false"})
    void whatAsksForAnOlderOneRuns(String wanted, boolean runs) {
        assertThat(GlibcVersion.parse(wanted).compareTo(GlibcVersion.parse("2.5")) <= 0)
                .isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2.", "2.17.1", " 2.17", "2.x", "2.99999"})
    void refusesOtherForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GlibcVersion.parse(text))
                .withMessage("not a glibc version: " + text);
    }
}
