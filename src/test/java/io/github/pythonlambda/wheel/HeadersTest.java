package io.github.pythonlambda.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private static Headers parse(String text) {
        return Headers.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesAreReadWithoutRegardToCase() {
        assertThat(parse("wheel-VERSION: 1.0\n").first("Wheel-Version")).contains("1.0");
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(parse("Tag: first\nTag: second\n").first("Tag")).contains("first");
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertThat(parse("Name: demo\r\nVersion: 1.0\r\n").first("Version")).contains("1.0");
    }

    @Test
    void theDescriptionIsNoHeader() {
        assertThat(parse("Name: demo\n\nVersion: 2.0\n").first("Version")).isEmpty();
    }

    @Test
    void continuedLinesAreNoFields() {
        assertThat(parse("Summary: see\n Version: 2.0\nVersion: 1.0\n").first("Version"))
                .contains("1.0");
    }

    @Test
    void aValueMayHoldColons() {
        assertThat(parse("Project-URL: Home, https://example.org\n").first("Project-URL"))
                .contains("Home, https://example.org");
    }
}
