package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.RunningProgram;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.testing.TestInterpreters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipStarterTest {

    @TempDir
    Path folder;

    private Path processes;
    private PipStarter starter;

    @BeforeEach
    void noteProcesses() throws Exception {
        Interpreter python = TestInterpreters.newest();
        processes = folder.resolve("processes");
        Path noting = Files.writeString(
                folder.resolve("python"),
                "#!/bin/sh\necho $$ >> '%s'\nexec '%s' \"$@\"\n".formatted(processes, python.executable()));
        Files.setPosixFilePermissions(noting, PosixFilePermissions.fromString("rwxr-xr-x"));
        starter = new PipStarter(
                new Interpreter(noting.toString(), python.version(), "a test", false),
                PipProgram.load(),
                new CommandRunner(),
                new WheelStore(folder.resolve("cache/wheels")));
    }

    private List<String> processes() throws IOException {
        return Files.readAllLines(processes);
    }

    private CommandRunner.Result ask(Path directory) throws IOException {
        return starter.start(directory).finish("", line -> {});
    }

    @Test
    void theFirstQuestionGoesToTheProcessThatWasStartedAhead() throws Exception {
        starter.startAhead(folder);
        starter.startAhead(folder);
        ask(folder);
        assertThat(processes()).hasSize(1);

        ask(folder);
        assertThat(processes()).hasSize(2);
    }

    @Test
    void aQuestionForAnotherDirectoryGetsAProcessThere() throws Exception {
        starter.startAhead(folder);
        ask(Files.createDirectory(folder.resolve("other")));
        assertThat(processes()).hasSize(2);

        ask(folder);
        assertThat(processes()).hasSize(2);
    }

    @Test
    void whatIsNotAskedEndsWithTheBuild() throws Exception {
        starter.startAhead(folder);
        while (!Files.exists(processes) || Files.size(processes) == 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        starter.close();

        for (String process : processes()) {
            ProcessHandle.of(Long.parseLong(process))
                    .ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aProcessWithoutAnOrderEndsInSilence() throws Exception {
        try (RunningProgram program = starter.start(folder)) {
            assertThat(program.finish("", line -> {})).isEqualTo(new CommandRunner.Result(0, List.of()));
        }
    }
}
