package io.github.pythonlambda.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void controlCharactersBecomeVisible() {
        assertThat(Printable.of("a\u001b[31mb\r\n\0")).isEqualTo("a\\x1b[31mb\\x0d\\x0a\\x00");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(Printable.of("demo/\u00e4 \\ '\u4e2d'.py")).isEqualTo("demo/\u00e4 \\ '\u4e2d'.py");
    }
}
