package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.testing.PythonScript;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StdlibModuleCheckTest {

    private static StdlibModuleCheck check(String runtime) {
        return new StdlibModuleCheck(Targets.of(runtime, "arm64").runtime());
    }

    @ParameterizedTest
    @CsvSource({
        "logging.py, ERROR",
        "email/__init__.py, ERROR",
        "json.py, ERROR",
        "enum/__init__.py, ERROR",
        "typing.py, ERROR",
        "argparse.py, WARNING",
        "calendar.py, WARNING",
        "statistics.py, WARNING",
        "email/templates.txt, none",
        "app/logging.py, none",
        "logs.py, none",
        "test/__init__.py, none",
        "distutils/__init__.py, none"
    })
    void whatNothingRunsWithoutIsAnErrorAndTheRestAWarning(String path, String severity) {
        List<Finding> inApp = check("python3.13").app(TestFiles.app(path));
        List<Finding> inLayer = check("python3.13").layer(TestFiles.layer("deps", "demo:python/" + path));

        assertThat(Stream.of(inApp, inLayer).map(StdlibModuleCheckTest::severity))
                .containsOnly(severity);
    }

    private static String severity(List<Finding> findings) {
        return findings.isEmpty() ? "none" : findings.get(0).severity().name();
    }

    @Test
    void theLibraryIsThatOfTheRuntime() {
        assertThat(check("python3.11").app(TestFiles.app("distutils/__init__.py")))
                .hasSize(1);
        assertThat(check("python3.13").app(TestFiles.app("annotationlib.py"))).isEmpty();
        assertThat(check("python3.14").app(TestFiles.app("annotationlib.py"))).hasSize(1);
    }

    @Test
    void aModuleOfAPackageIsToldWithThePackage() {
        assertThat(check("python3.13")
                        .layer(TestFiles.layer("deps", "enum34:python/enum/__init__.py", "enum34:python/enum/README")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.project()).hasToString("enum34");
                    assertThat(finding.layer()).isEqualTo("deps");
                    assertThat(finding.file()).isEqualTo("python/enum/__init__.py");
                    assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                            enum34 hides the standard library's module 'enum'
                              where:    layer deps
                              found:    python/enum/__init__.py
                              to do:    do without enum34: it is a copy for older versions of Python, or named in error, and Python 3.13 has the module itself""");
                });
    }

    static List<LambdaRuntime> runtimes() {
        return LambdaCatalog.load().runtimes();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theDataFileKnowsEveryRuntime(LambdaRuntime runtime) {
        StdlibModules modules = StdlibModules.of(runtime);

        assertThat(modules.names()).contains("os", "json", "asyncio", "_socket").doesNotContain("test", "");
        assertThat(modules.needed()).isNotEmpty().isSubsetOf(modules.names());
    }

    @Test
    void theDataFileSaysWhatPythonSays(@TempDir Path folder) throws Exception {
        StdlibModules modules =
                StdlibModules.of(Targets.of("python3.14", "arm64").runtime());
        List<String> tried =
                List.of("argparse", "calendar", "email", "json", "logging", "statistics", "token", "zipapp");

        JsonNode said = new PythonScript(TestInterpreters.newest(), getClass(), "stdlib_modules.py", folder).ask(tried);

        assertThat(modules.names()).containsExactlyInAnyOrderElementsOf(TestTable.texts(said.path("names")));
        assertThat(TestTable.texts(said.path("needed")))
                .isEqualTo(tried.stream().filter(modules.needed()::contains).toList())
                .isEqualTo(List.of("email", "json", "logging", "token"));
    }
}
