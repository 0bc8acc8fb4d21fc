package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringLiteralTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain                   | plain
            a\\\\b                  | a\\b
            a\\'b\\"c               | a'b"c
            \\101\\60\\0601         | A001
            \\x41\\u00e4\\U0001F600 | A\u00e4\uD83D\uDE00
            \\N{LATIN SMALL LETTER A}b | ab
            \\d\\.                  | \\d\\.
            """)
    void escapesMeanWhatTheyMeanInPython(String inside, String value) {
        assertThat(StringLiteral.unescape(inside)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "a\\",
                "\\x4",
                "\\u004",
                "\\U00110000",
                "\\N",
                "\\N{no such character}",
                "\\N{DIGIT ONE }",
                "line\nend",
                "line\rend",
                "nul\0"
            })
    void whatPythonCannotReadIsEmpty(String inside) {
        assertThat(StringLiteral.unescape(inside)).isEmpty();
    }
}
