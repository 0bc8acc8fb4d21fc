package io.github.pythonlambda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunScriptTest {

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("already right", "#!/bin/bash\nexec x\n", "#!/bin/bash\nexec x\n"),
                Arguments.of("lines of Windows", "#!/bin/bash\r\nexec x\r\n", "#!/bin/bash\nexec x\n"),
                Arguments.of("byte order mark", "\uFEFF#!/bin/bash\n", "#!/bin/bash\n"),
                Arguments.of("both", "\uFEFF#!/bin/bash\r\n", "#!/bin/bash\n"),
                Arguments.of("mixed line ends", "a\r\nb\nc\r\n", "a\nb\nc\n"),
                Arguments.of("no last line end", "#!/bin/bash\r\nexec x", "#!/bin/bash\nexec x"),
                Arguments.of("a CR inside a line", "printf 'a\rb'\n", "printf 'a\rb'\n"),
                Arguments.of("a CR at the very end", "exec x\r", "exec x\r"),
                Arguments.of("other characters", "echo 'größer'\r\n", "echo 'größer'\n"),
                Arguments.of("only a byte order mark", "\uFEFF", ""),
                Arguments.of("a second byte order mark", "\uFEFF\uFEFFa", "\uFEFFa"),
                Arguments.of("empty", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void isBroughtIntoTheFormThatLinuxStarts(String what, String before, String after) {
        assertThat(RunScript.normalise(before.getBytes(StandardCharsets.UTF_8)))
                .as(what)
                .isEqualTo(after.getBytes(StandardCharsets.UTF_8));
    }
}
