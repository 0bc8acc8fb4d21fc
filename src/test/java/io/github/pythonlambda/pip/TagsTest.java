package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a project's wheels, pip takes the one that fits the function's machine best. */
class TagsTest {

    private static final List<String> TAGS = List.of(
            "py3-none-any",
            "cp38-abi3-manylinux_2_17_aarch64",
            "cp311-cp311-manylinux_2_17_aarch64",
            "cp311-cp311-manylinux_2_28_aarch64",
            "cp311-cp311-manylinux_2_17_x86_64",
            "cp313-cp313-manylinux2014_x86_64",
            "cp313-cp313-manylinux_2_28_x86_64",
            "cp313-cp313-manylinux_2_35_x86_64",
            "cp313-cp313-musllinux_1_2_x86_64",
            "cp313-cp313-win_amd64",
            "cp313-cp313-macosx_11_0_arm64",
            "cp313-cp313t-manylinux_2_28_x86_64");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        // glibc 2.26: manylinux_2_28 does not start there
        "python3.11, arm64,  cp311-cp311-manylinux_2_17_aarch64",
        "python3.11, x86_64, cp311-cp311-manylinux_2_17_x86_64",
        // glibc 2.34: the newest that starts there is the best
        "python3.13, x86_64, cp313-cp313-manylinux_2_28_x86_64",
        "python3.13, arm64,  cp38-abi3-manylinux_2_17_aarch64",
        "python3.14, x86_64, py3-none-any",
    })
    void theBestIsChosenOnAnyHost(String runtime, String architecture, String expected) throws Exception {
        for (Interpreter interpreter : TestInterpreters.all()) {
            try (LocalIndex index = new LocalIndex()) {
                index.add(TAGS.stream().map(TestWheel.of("native", "1.0")::tag).toArray(TestWheel[]::new));
                Resolution resolution = new PipProject(folder, index)
                        .on(runtime, architecture)
                        .requiring("native")
                        .resolve(interpreter);
                assertThat(PipProject.files(resolution))
                        .as("by %s", interpreter)
                        .containsExactly("native-1.0-" + expected + ".whl");
            }
        }
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"arm64, 1.0", "x86_64, 2.0"})
    void anOlderReleaseIsChosenIfTheNewestHasNoWheelThatFits(String architecture, String version) throws Exception {
        try (LocalIndex index = new LocalIndex()) {
            index.add(Stream.of(
                            TestWheel.of("native", "1.0").tag("py3-none-any"),
                            TestWheel.of("native", "2.0").tag("cp313-cp313-manylinux_2_28_x86_64"))
                    .toArray(TestWheel[]::new));
            Resolution resolution = new PipProject(folder, index)
                    .on("python3.13", architecture)
                    .requiring("native")
                    .resolve(TestInterpreters.newest());
            assertThat(resolution.all())
                    .extracting(wheel -> wheel.file().version())
                    .hasToString("[" + version + "]");
        }
    }
}
