package io.github.pythonlambda.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test with an {@link io.github.pythonlambda.python.Interpreter} as its parameter, run with each embedded one. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@MethodSource("io.github.pythonlambda.testing.OnEachPython$Source#interpreters")
public @interface OnEachPython {

    /** The interpreters, by version. */
    final class Source {
        private Source() {}

        static Stream<Arguments> interpreters() {
            return TestInterpreters.all().stream()
                    .map(interpreter -> Arguments.of(Named.of("Python " + interpreter.version(), interpreter)));
        }
    }
}
