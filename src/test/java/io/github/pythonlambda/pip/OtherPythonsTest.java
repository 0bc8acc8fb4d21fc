package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release with wheels for six other Pythons has one reason, not six. */
class OtherPythonsTest {

    @ParameterizedTest
    @CsvSource({
        "for CPython 3.5, for CPython 3.5",
        "for CPython 3.6|for CPython 3.5, for CPython 3.5 and 3.6",
        "for CPython 3.10|for CPython 3.9|for CPython 3.8, for CPython 3.8 to 3.10",
        "for the interpreter cp27|for CPython 3.4|for CPython 3.5, 'for CPython 2, 3.4 and 3.5'",
        "for Python 2, for Python 2",
        "for PyPy, for PyPy",
        "built for Windows|for the interpreter cp27, for Python 2+built for Windows",
    })
    void areJoined(String reasons, String joined) {
        assertThat(OtherPythons.joined(Arrays.asList(reasons.split("\\|")))).isEqualTo(List.of(joined.split("\\+")));
    }
}
