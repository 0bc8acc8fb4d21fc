package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.describe.FunctionSettings;
import io.github.pythonlambda.script.ShellScript;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.testing.TestTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in scripts as people write them. */
class RunScriptTableTest {

    private static final List<String> SERVERS = List.of(
            "python/uvicorn/__init__.py",
            "python/gunicorn/__init__.py",
            "python/hypercorn/__init__.py",
            "python/flask/__init__.py");
    private static final Map<String, String> APP =
            Map.of("main.py", "app = FastAPI()\n", "app.py", "app = Flask(__name__)\n");

    static Stream<Arguments> scripts() {
        return TestTable.members(TestTable.read(RunScriptTableTest.class, "run-scripts.json"))
                .map(row -> Arguments.of(row.get("name").textValue(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void eachScriptHasItsFindings(String name, JsonNode row) throws Exception {
        LambdaRuntime runtime = LambdaCatalog.load()
                .target(row.path("runtime").asText("python3.13"), "x86_64", null)
                .runtime();
        List<ArchiveEntry> entries = new ArrayList<>();
        if (row.has("app")) {
            row.get("app")
                    .properties()
                    .forEach(file ->
                            entries.add(entry(file.getKey(), file.getValue().textValue())));
        } else {
            APP.forEach((path, text) -> entries.add(entry(path, text)));
        }
        FunctionFiles files = new FunctionFiles(
                new AppLayout(Path.of("app"), entries, List.of()),
                row.has("layers") ? TestTable.texts(row.get("layers")) : SERVERS);
        StartScript script = new StartScript(
                "run.sh", "app/run.sh", new ShellScript(row.get("script").textValue()));

        List<Finding> findings = new ArrayList<>(ScriptShebangCheck.check(script, runtime));
        findings.addAll(new RunScriptLaunchCheck(
                        runtime,
                        new FunctionSettings(new Handler.Program("run.sh"), InvokeMode.BUFFERED, Optional.empty())
                                .environment(runtime))
                .check(script, files));

        assertThat(findings)
                .extracting(finding -> (finding.isError() ? "error " : "warning ") + finding.rule())
                .as(() -> findings.toString())
                .containsExactlyElementsOf(TestTable.texts(row.get("findings")));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.problem().where()).startsWith("app/run.sh, line ");
            assertThat(finding.problem().remedy()).isNotEmpty();
        });
    }

    private static ArchiveEntry entry(String path, String text) {
        return new ArchiveEntry(path, false, new ArchiveEntry.Content.Generated(text.getBytes(StandardCharsets.UTF_8)));
    }
}
