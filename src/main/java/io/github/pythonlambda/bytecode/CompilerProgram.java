package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The Python program in the jar that compiles. */
final class CompilerProgram {

    private static final String RESOURCE = "compile_modules.py";

    private CompilerProgram() {}

    private static byte[] content() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CompilerProgram.class.getResourceAsStream(RESOURCE), "the plugin's jar is damaged: " + RESOURCE)) {
            return in.readAllBytes();
        }
    }

    /** Another program might write other bytes. */
    static Sha256 digest() throws IOException {
        return Sha256.of(content());
    }

    /** Writes it to a folder. */
    static Path unpack(Path folder) throws IOException {
        return Files.write(folder.resolve(RESOURCE), content());
    }
}
