package io.github.pythonlambda.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says of a script is what bash makes of it, where a program named python shows how it is started. */
@EnabledOnOs(OS.LINUX)
class BashParityTest {

    /** The last start counts: migrations come before the server. */
    private static final String PYTHON = """
            #!/bin/bash
            printf '%s\\0' "$PYTHONPATH" python "$@" > "$SHOWN"
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> scripts() {
        return TestTable.members(TestTable.read(BashParityTest.class, "bash-scripts.json"))
                .map(row -> Arguments.of(row.get("script").textValue(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void theReaderAndBashAgree(String text, JsonNode row) throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.writeString(bin.resolve("python"), PYTHON);
        Files.setPosixFilePermissions(bin.resolve("python"), PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of(
                "PATH", bin + ":/usr/bin:/bin",
                "PORT", "8000",
                "PYTHONPATH", "/opt/python",
                "LAMBDA_TASK_ROOT", "/var/task",
                "LAMBDA_RUNTIME_DIR", "/var/runtime");

        ShellScript script = new ShellScript("#!/bin/bash\n" + text);
        assertThat(script.read(environment, "")).isInstanceOfSatisfying(ShellScript.Reading.Started.class, reading -> {
            Launch launch = reading.launch();
            List<String> shown = run(script.text(), environment);
            assertThat(launch.pythonPath().text()).isEqualTo(shown.get(0));
            assertThat(launch.words())
                    .extracting(Value::text)
                    .containsExactlyElementsOf(shown.subList(1, shown.size()));
        });
    }

    private List<String> run(String script, Map<String, String> environment) {
        try {
            Path shown = folder.resolve("shown");
            Path file = Files.writeString(folder.resolve("run.sh"), script);
            ProcessBuilder bash = new ProcessBuilder("/bin/bash", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            bash.environment().clear();
            bash.environment().putAll(environment);
            bash.environment().put("SHOWN", shown.toString());
            Process process = bash.start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            String text = Files.readString(shown, StandardCharsets.UTF_8);
            return Arrays.asList(text.substring(0, text.length() - 1).split("\0", -1));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
