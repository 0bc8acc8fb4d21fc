package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of the user's settings for pip, those that lead to an index count, and those that would change the target do not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
class SettingsTest {

    @TempDir
    Path folder;

    @OnEachPython
    void noneChangesTheTarget(Interpreter interpreter) throws Exception {
        try (LocalIndex index = new LocalIndex()) {
            index.add(
                    TestWheel.of("demo", "1.0")
                            .tag("cp313-cp313-manylinux_2_28_x86_64")
                            .requires("dependency"),
                    TestWheel.of("demo", "1.0").tag("cp310-cp310-win_amd64"),
                    TestWheel.of("demo", "2.0").requiresPython(">=3.16"),
                    TestWheel.of("dependency", "1.0"));
            PipProject project = new PipProject(folder, index);
            Path settings = project.write("pip.conf", """
                    [global]
                    index-url = %s
                    target = elsewhere
                    no-deps = true
                    ignore-requires-python = true
                    [install]
                    platform = win_amd64
                    python-version = 3.10
                    implementation = cp
                    abi = cp310
                    user = true
                    no-binary = :all:
                    quiet = 3
                    """.formatted(index.url()));
            project.variable("PIP_CONFIG_FILE", settings.toString())
                    .variable("PIP_PLATFORM", "win_amd64")
                    .variable("PIP_PYTHON", "/nowhere/python")
                    .variable("PIP_PREFIX", "elsewhere")
                    .variable("PIP_REQUIRE_VIRTUALENV", "1")
                    .variable("PYTHONPATH", "/nowhere")
                    .layer(PipProject.LAYER, "demo\n".getBytes(StandardCharsets.UTF_8));

            Resolution resolution = project.resolve(interpreter);

            assertThat(PipProject.files(resolution))
                    .containsExactly(
                            "demo-1.0-cp313-cp313-manylinux_2_28_x86_64.whl", "dependency-1.0-py3-none-any.whl");
            assertThat(project.details())
                    .filteredOn(line -> line.startsWith("Left out of pip's settings"))
                    .singleElement()
                    .asString()
                    .contains("platform", "no-deps", "ignore-requires-python", "target", "user", "no-binary");
            assertThat(folder.resolve("elsewhere")).doesNotExist();
        }
    }
}
