package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipProgramTest {

    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void allModulesInTheJarAreInstalled() throws Exception {
        Path source = Path.of("src/main/resources/io/github/pythonlambda/pip/pip_for_lambda");

        assertThat(names(PipProgram.load().install(folder)))
                .isEqualTo(names(source).stream()
                        .filter(name -> name.endsWith(".py"))
                        .toList());
    }

    @Test
    void whatIsThereStays() throws Exception {
        Path module = PipProgram.load().install(folder).resolve("lambda_store.py");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(module, time);

        assertThat(PipProgram.load().install(folder)).isEqualTo(module.getParent());
        assertThat(Files.getLastModifiedTime(module))
                .as("what Python has compiled of it counts as long as the time is the same")
                .isEqualTo(time);
    }

    @Test
    void whatWasChangedIsReplaced() throws Exception {
        Path module = PipProgram.load().install(folder).resolve("lambda_store.py");
        String content = Files.readString(module);
        Files.writeString(module, "broken");
        Files.delete(module.resolveSibling("__main__.py"));

        PipProgram.load().install(folder);

        assertThat(module).hasContent(content);
        assertThat(module.resolveSibling("__main__.py")).exists();
    }
}
