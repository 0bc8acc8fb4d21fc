package io.github.pythonlambda.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PORT", "8000");

    private static ShellScript.Reading read(String commands) {
        return new ShellScript("#!/bin/bash\n" + commands).read(ENVIRONMENT, "bin");
    }

    private static Launch launch(String commands) {
        return ((ShellScript.Reading.Started) read(commands)).launch();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '#!/bin/bash',             /bin/bash,    '',       /bin/bash
            '#! /bin/sh -eu ',         /bin/sh,      -eu,      /bin/sh
            '#!/usr/bin/env bash',     /usr/bin/env, bash,     bash
            '#!/usr/bin/env -S sh -e', /usr/bin/env, '-S sh -e', sh
            """)
    void theFirstLineNamesAnInterpreter(String line, String interpreter, String argument, String program) {
        assertThat(new ShellScript(line + "\necho").shebang()).hasValueSatisfying(shebang -> {
            assertThat(shebang).isEqualTo(new ShellScript.Shebang(interpreter, argument));
            assertThat(shebang.program()).isEqualTo(program);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "echo", "#!bash", "#", " #!/bin/bash"})
    void noShebangIsNone(String text) {
        assertThat(new ShellScript(text).shebang()).isEmpty();
    }

    @Test
    void theValueOfAWordKnowsTheVariablesOfTheFunctionItComesFrom() {
        Launch launch = launch("A=$PORT B=${C:-$PORT}; exec run 8000 \"$A\" \"${PORT:-1}\" \"x$UNSET\" \"$B\"");

        assertThat(launch.words())
                .containsExactly(
                        Value.of("run"),
                        Value.of("8000"),
                        new Value("8000", Set.of("PORT")),
                        new Value("8000", Set.of("PORT")),
                        new Value(null, Set.of("UNSET")),
                        new Value(null, Set.of("C", "PORT")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            true,                              ''
            cd src,                            src
            cd src/ && cd ./web/..,            src
            cd /var/task,                      ''
            cd /var/task/src,                  src
            'cd "$(dirname "$0")"',            bin
            cd ..,                             -
            cd /tmp,                           -
            cd /var/tasks,                     -
            cd,                                -
            cd $WHERE,                         -
            true && cd src,                    -
            """)
    void theFolderIsFollowed(String command, String folder) {
        assertThat(launch(command + "\nexec run").folder()).isEqualTo(Optional.ofNullable(folder));
    }

    @Test
    void theLineIsThatOfTheCommand() {
        Launch launch = launch("# one\n\nA=1 \\\n  exec run \\\n  it\n");

        assertThat(launch.line()).isEqualTo(4);
        assertThat(launch.exec()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            exec run; if true; then exec x; fi | 2 | 'if'
            true\\n\\nwhile true; do x; done     | 4 | 'while'
            true\\ncat <<EOF\\nx\\nEOF           | 3 | '<<'
            run &                              | 2 | '&'
            f() { x; }                         | 2 | '('
            """)
    void whatIsNotCertainIsToldWithItsLine(String commands, int line, String what) {
        assertThat(read(commands.replace("\\n", "\n"))).isEqualTo(new ShellScript.Reading.Unclear(line, what));
    }

    @Test
    void noTextMakesTheReaderFail() {
        String[] pieces = {
            "exec ", "python ", "-m ", "a", "$", "${", "}", ":-", "\"", "'", "`", "\\", "\n", ";", "&", "|", "(", ")",
            "<", ">", "#", "=", " ", "cd ", "export ", "unset ", "env ", "A=", "A+=", "$A", "1", "[", "~", "{", "\r",
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(read(text.toString())).as(text.toString()).isNotNull();
        }
    }
}
