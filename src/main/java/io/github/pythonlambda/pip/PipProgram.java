package io.github.pythonlambda.pip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The Python program in the jar that makes pip act as if it ran on Lambda. */
final class PipProgram {

    private static final String RESOURCE = "pip_for_lambda/";
    private static final List<String> MODULES = List.of(
            "__main__.py",
            "lambda_extras.py",
            "lambda_offline.py",
            "lambda_record.py",
            "lambda_roots.py",
            "lambda_settings.py",
            "lambda_store.py",
            "lambda_target.py",
            "lambda_wheels_only.py");

    private PipProgram() {}

    /**
     * Writes the program to a folder.
     *
     * @return what to hand to Python as its program
     */
    static Path unpack(Path folder) throws IOException {
        Path program = Files.createDirectory(folder.resolve("pip_for_lambda"));
        for (String module : MODULES) {
            try (InputStream in = Objects.requireNonNull(
                    PipProgram.class.getResourceAsStream(RESOURCE + module),
                    "the plugin's jar is damaged: " + module)) {
                Files.copy(in, program.resolve(module));
            }
        }
        return program;
    }
}
