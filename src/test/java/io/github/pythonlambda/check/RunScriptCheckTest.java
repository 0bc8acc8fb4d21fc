package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunScriptCheckTest {

    private static final Handler.Program RUN_SH = new Handler.Program("run.sh");

    @TempDir
    private Path folder;

    private List<Finding> check(String script, Charset charset) throws Exception {
        Files.writeString(folder.resolve("run.sh"), script, charset);
        return RunScriptCheck.check(AppLayout.of(folder, RUN_SH, List.of(), List.of()), RUN_SH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/bash\nexec x\n",
                "#!/bin/sh",
                "#! /bin/bash\n",
                "#!\t/bin/bash\n",
                "#!/bin/bash\r\nexec x\r\n",
                "\uFEFF#!/bin/bash\n",
                "\uFEFF#!/bin/bash\r\n"
            })
    void aScriptWithAShebangPassesWhateverWindowsDidToIt(String script) throws Exception {
        assertThat(check(script, StandardCharsets.UTF_8)).isEmpty();
    }

    static Stream<Arguments> scriptsThatLinuxCannotStart() {
        return Stream.of(
                Arguments.of("", StandardCharsets.UTF_8, "an empty first line"),
                Arguments.of("\n \n", StandardCharsets.UTF_8, "an empty first line"),
                Arguments.of("#!bash\n", StandardCharsets.UTF_8, "'#!bash'"),
                Arguments.of("#!/bin/bash\rexec x\r", StandardCharsets.UTF_8, "lines that end in CR alone"),
                Arguments.of("#!/bin/bash\n", StandardCharsets.UTF_16LE, "a file in UTF-16"),
                Arguments.of("\uFEFF#!/bin/bash\r\n", StandardCharsets.UTF_16LE, "a file in UTF-16"),
                Arguments.of("\uFEFF#!/bin/bash\r\n", StandardCharsets.UTF_16BE, "a file in UTF-16"));
    }

    @ParameterizedTest
    @MethodSource("scriptsThatLinuxCannotStart")
    void aScriptThatLinuxCannotStartIsAnError(String script, Charset charset, String found) throws Exception {
        assertThat(check(script, charset)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).hasToString("run-script");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.problem().text())
                    .isEqualToNormalizingNewlines("""
                    run.sh does not start with a shebang, so Lambda cannot start it
                      where:    %s
                      expected: a first line such as #!/bin/bash, in UTF-8
                      found:    %s
                      to do:    write the line; save the file as UTF-8""".formatted(folder.resolve("run.sh"), found));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n#!/bin/bash\n", "exec python main.py\n", " #!/bin/bash\n", "# starts the app\n"})
    void aScriptThatBashAloneCanStartIsAWarning(String script) throws Exception {
        assertThat(check(script, StandardCharsets.UTF_8)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).hasToString("run-script");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.problem().what())
                    .isEqualTo(
                            "run.sh does not start with a shebang, so only bash can start it, as the Lambda Web Adapter's"
                                    + " layer does");
        });
    }

    @Test
    void aMissingScriptIsToldWithAnExample() {
        AppLayout app = new AppLayout(folder, List.of(), List.of());

        assertThat(RunScriptCheck.check(app, RUN_SH)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).hasToString("run-script");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                    the app's folder has no run.sh, which the Lambda Web Adapter starts
                      where:    %s
                      expected: #!/bin/bash
                                export PYTHONPATH="/opt/python:${PYTHONPATH:-}"
                                exec python -m uvicorn --port "${PORT:-8080}" main:app
                      to do:    create it; or have it written by <startCommand>uvicorn main:app</startCommand> or -Dpython-lambda.startCommand; or, for a function without the adapter, name its handler by <handler>module.function</handler> or -Dpython-lambda.handler""".formatted(folder.resolve("run.sh")));
        });
    }

    @Test
    void aScriptThatWasNotNormalisedIsAMistakeOfTheCaller() {
        ArchiveEntry raw =
                new ArchiveEntry("run.sh", true, new ArchiveEntry.Content.OnDisk(folder.resolve("run.sh"), 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunScriptCheck.check(new AppLayout(folder, List.of(raw), List.of()), RUN_SH));
    }
}
