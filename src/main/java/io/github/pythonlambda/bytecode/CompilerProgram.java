package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.resource.JarResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Python program in the jar that compiles. */
final class CompilerProgram {

    private static final JarResource RESOURCE = new JarResource(CompilerProgram.class, "compile_modules.py");

    private CompilerProgram() {}

    /** Another program might write other bytes. */
    static Sha256 digest() {
        return Sha256.of(RESOURCE.bytes());
    }

    /** Writes it to a folder. */
    static Path unpack(Path folder) throws IOException {
        return Files.write(folder.resolve(RESOURCE.path()), RESOURCE.bytes());
    }
}
