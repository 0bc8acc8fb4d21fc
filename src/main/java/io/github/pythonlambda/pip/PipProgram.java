package io.github.pythonlambda.pip;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.resource.JarResource;
import io.github.pythonlambda.sharing.LastUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Python program in the jar that makes pip act as if it ran on Lambda. */
public final class PipProgram {

    private static final String RESOURCE = "pip_for_lambda/";
    private static final List<String> MODULES = List.of(
            "__main__.py",
            "lambda_builder.py",
            "lambda_built.py",
            "lambda_confusion.py",
            "lambda_extras.py",
            "lambda_held_back.py",
            "lambda_hopeless.py",
            "lambda_index_lines.py",
            "lambda_known.py",
            "lambda_last_use.py",
            "lambda_links.py",
            "lambda_lock.py",
            "lambda_looks.py",
            "lambda_metadata.py",
            "lambda_missing.py",
            "lambda_offers.py",
            "lambda_offline.py",
            "lambda_pins.py",
            "lambda_progress.py",
            "lambda_record.py",
            "lambda_releases.py",
            "lambda_roots.py",
            "lambda_settings.py",
            "lambda_sources.py",
            "lambda_store.py",
            "lambda_target.py");

    static final int FOLDER_NAME_LENGTH = 16;

    private final Map<String, byte[]> modules;
    private final Sha256 digest;

    private PipProgram(Map<String, byte[]> modules, Sha256 digest) {
        this.modules = modules;
        this.digest = digest;
    }

    /** Reads the program. */
    public static PipProgram load() {
        Map<String, byte[]> modules = new LinkedHashMap<>();
        MessageDigest digest = Sha256.newDigest();
        for (String module : MODULES) {
            byte[] content = new JarResource(PipProgram.class, RESOURCE + module).bytes();
            modules.put(module, content);
            digest.update(content);
        }
        return new PipProgram(modules, Sha256.of(digest));
    }

    /** A digest of the whole program: another one might resolve otherwise. */
    public Sha256 digest() {
        return digest;
    }

    /**
     * Puts the program into a folder of its own, where it stays together with what Python compiles of it: to compile it
     * again takes longer than to start Python.
     *
     * @param programs holds a folder for each version of the program
     * @return what to hand to Python as its program
     */
    Path install(Path programs) throws IOException {
        Path program = programs.resolve(digest.hex().substring(0, FOLDER_NAME_LENGTH));
        for (Map.Entry<String, byte[]> module : modules.entrySet()) {
            Path file = program.resolve(module.getKey());
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), module.getValue())) {
                try (StagedFile staged = StagedFile.of(file)) {
                    Files.write(staged.temporary(), module.getValue());
                    staged.replace();
                }
            }
        }
        LastUse.note(program);
        return program;
    }
}
