package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerCheckTest {

    private static final Path FOLDER = Path.of("src", "app");
    private static final Handler.Function HANDLER = new Handler.Function("api.main.handler", "api/main");

    private static AppLayout app(String path) {
        return new AppLayout(
                FOLDER,
                List.of(new ArchiveEntry(path, false, new ArchiveEntry.Content.Generated(new byte[0]))),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "api/main.py, other.py",
        "api/main/__init__.py, other.py",
        "other.py, python/api/main.py",
        "other.py, python/api/main/__init__.py"
    })
    void theModuleMayBeAFileOrAPackageInAppOrLayer(String inApp, String inLayer) {
        assertThat(HandlerCheck.check(app(inApp), HANDLER, List.of(inLayer))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "main.py, other.py",
        "api/main.txt, other.py",
        "api/Main.py, other.py",
        "python/api/main.py, other.py",
        "other.py, api/main.py",
        "api/main/other.py, other.py"
    })
    void aModuleAnywhereElseIsNotFound(String inApp, String inLayer) {
        assertThat(HandlerCheck.check(app(inApp), HANDLER, List.of(inLayer))).hasSize(1);
    }

    @Test
    void theProblemSaysWhichFilesWereLookedFor() {
        assertThat(HandlerCheck.check(app("other.py"), HANDLER, List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).hasToString("handler");
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                            the handler's module does not exist
                              where:    %s
                              expected: api/main.py or api/main/__init__.py, in the app's folder or in a layer
                              found:    handler api.main.handler
                              to do:    create the module, or correct <handler> or -Dpython-lambda.handler""".formatted(FOLDER));
                });
    }
}
