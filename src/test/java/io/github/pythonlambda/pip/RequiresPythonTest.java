package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Requires-Python} is compared with the function's Python, whether pip's own is older or newer. */
class RequiresPythonTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"python3.11, 1.0", "python3.13, 2.0", "python3.14, 3.0"})
    void theNewestReleaseForTheRuntimeIsChosenOnAnyHost(String runtime, String version) throws Exception {
        for (Interpreter interpreter : TestInterpreters.all()) {
            try (LocalIndex index = new LocalIndex()) {
                index.add(
                        TestWheel.of("demo", "0.9"),
                        TestWheel.of("demo", "1.0").requiresPython(">=3.8"),
                        TestWheel.of("demo", "2.0").requiresPython(">=3.13"),
                        TestWheel.of("demo", "3.0").requiresPython(">=3.14"),
                        TestWheel.of("demo", "4.0").requiresPython(">=3.16"),
                        TestWheel.of("parent", "1.0").requires("demo").requiresPython("!=3.12.*"));
                Resolution resolution = new PipProject(folder, index)
                        .on(runtime, "x86_64")
                        .requiring("parent")
                        .resolve(interpreter);
                assertThat(PipProject.files(resolution))
                        .as("by %s", interpreter)
                        .containsExactly("demo-" + version + "-py3-none-any.whl", "parent-1.0-py3-none-any.whl");
            }
        }
    }

    @OnEachPython
    void aLocalWheelForAnotherPythonIsRefused(Interpreter interpreter) throws Exception {
        try (LocalIndex index = new LocalIndex()) {
            PipProject project = new PipProject(folder, index)
                    .on("python3.13", "x86_64")
                    .wheelLayer("own", TestWheel.of("demo", "1.0").requiresPython("<3.13"));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> project.resolve(interpreter))
                    .withMessageContaining("pip cannot resolve the requirements for python3.13 on x86_64")
                    .withMessageContaining("demo")
                    .withMessageContaining("3.13.0 not in '<3.13'");
        }
    }
}
