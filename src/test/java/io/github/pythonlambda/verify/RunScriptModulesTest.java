package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunScriptModulesTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "exec python -m uvicorn --port $PORT main:app            | main:app",
                "exec gunicorn 'main:create()' -b :$PORT                 | main:create",
                "exec hypercorn web.api:app                              | web.api:app",
                "exec uvicorn \"main:app\"                               | main:app",
                "exec python -m uvicorn elsewhere:app                    |",
                "export PYTHONPATH=main:app/lib                          |",
                "export PYTHONPATH=/opt/python:main:web                  |",
                "exec python main.py http://main:8000                    |",
                "exec gunicorn main:app; # main:app                      | main:app",
            })
    void theAppsOwnModulesAreFound(String line, @Nullable String modules) throws Exception {
        Files.writeString(folder.resolve("main.py"), "");
        Files.createDirectories(folder.resolve("web/api"));
        Files.writeString(folder.resolve("web/api/__init__.py"), "");
        Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n" + line + "\n");

        assertThat(RunScriptModules.in(folder, "run.sh"))
                .extracting(Object::toString)
                .isEqualTo(modules == null ? List.of() : Arrays.asList(modules.split(" ")));
    }

    @Test
    void aProgramThatIsNotThereNamesNone() throws Exception {
        assertThat(RunScriptModules.in(folder, "run.sh")).isEmpty();
    }
}
