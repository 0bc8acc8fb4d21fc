package io.github.pythonlambda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "run.sh", " run.sh "})
    void isRunShIfNothingElseIsSaid(String text) throws ProblemException {
        assertThat(Handler.parse(text)).isEqualTo(new Handler.Program("run.sh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.sh", "bin/start.sh", "my app/run.sh"})
    void isAProgramIfItEndsInSh(String text) throws ProblemException {
        assertThat(Handler.parse(text)).isEqualTo(new Handler.Program(text));
    }

    @ParameterizedTest
    @CsvSource({
        "main.handler, main",
        "src/main.handler, src/main",
        "src.main.handler, src/main",
        "a.b/c.lambda_handler, a/b/c",
        "my-module.handler, my-module",
        "_private.run2, _private",
        "módulo.función, módulo"
    })
    void isAFunctionOfAModule(String text, String modulePath) throws ProblemException {
        assertThat(Handler.parse(text)).isEqualTo(new Handler.Function(text, modulePath));
    }

    @Test
    void aModuleMayBeCompiled() {
        Handler.Function handler = new Handler.Function("src.main.handler", "src/main");

        assertThat(handler.isModule("src/main.cpython-313-aarch64-linux-gnu.so"))
                .isTrue();
        assertThat(handler.isModule("src/main.pyc")).isTrue();
        assertThat(handler.isModule("src/main.txt")).isFalse();
        assertThat(handler.isModule("src/mainline.pyc")).isFalse();
    }

    @Test
    void aProgramsPathIsMadeNormal() throws ProblemException {
        assertThat(Handler.parse("./bin/run.sh")).isEqualTo(new Handler.Program("bin/run.sh"));
    }

    @Test
    void aModuleIsAFileOrAPackage() {
        assertThat(new Handler.Function("src.main.handler", "src/main").moduleFiles())
                .containsExactly("src/main.py", "src/main/__init__.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "main.",
                ".handler",
                "main..handler",
                "/main.handler",
                "../main.handler",
                "main:app",
                "main.py",
                "a b.c"
            })
    void refusesWhatIsNeither(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Handler.parse(text))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        the handler is neither a function nor a program
                          expected: module.function, such as main.handler, or the path of a program in the app's folder that ends in .sh, such as run.sh
                          found:    %s
                          to do:    correct <handler> or -Dpython-lambda.handler, or leave it out to start run.sh""".formatted(text));
    }
}
