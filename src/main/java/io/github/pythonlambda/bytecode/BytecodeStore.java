package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.SourceArchive;
import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.sharing.Uses;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The compiled modules of wheels, a zip for each, from which they are copied to layers as files of wheels are. Its path is
 * {@code <two digits>/<digest of the wheel>/<version of CPython>-<digest of the rest>.zip}.
 */
final class BytecodeStore {

    private static final String SKIPPED = "skipped.txt";
    private static final char SEPARATOR = '\t';
    private static final int DIGITS = 16;
    /** Any time would do: entries get that of the layer. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path folder;
    private final String python;
    private final Sha256 method;
    private final Uses uses;

    /**
     * @param folder made if need be
     * @param python the full version of the CPython that compiles
     * @param method stands for how it is done
     * @param uses is told what is opened
     */
    BytecodeStore(Path folder, String python, Sha256 method, Uses uses) {
        this.folder = folder;
        this.python = python;
        this.method = method;
        this.uses = uses;
    }

    /** Modules in an open zip. */
    record Kept(CompiledModules modules, SourceArchive archive) implements Closeable {
        @Override
        public void close() throws IOException {
            archive.close();
        }
    }

    /** Where the compiled modules are, or would be. */
    Path path(PackageModules modules) {
        ModuleSources sources = modules.sources();
        String options = String.join(
                "\n",
                method.hex(),
                sources.folder(),
                sources.invalidation().name(),
                String.join("\n", sources.files().keySet()));
        String digest = Sha256.of(options.getBytes(StandardCharsets.UTF_8)).hex();
        String wheel = modules.wheel().hex();
        return folder.resolve(wheel.substring(0, 2))
                .resolve(wheel)
                .resolve(python + "-" + digest.substring(0, DIGITS) + ".zip");
    }

    /** Opens what was kept; empty if there is nothing that can be read. */
    Optional<Kept> find(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(path));
        } catch (IOException e) {
            // Damaged by whatever happened to the disk; it is made anew.
            return Optional.empty();
        }
    }

    /** Keeps modules, and opens what was kept. */
    Kept keep(Path path, CompiledModules modules) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (ArchiveEntry entry : modules.entries()) {
            ArchiveEntry.Content content =
                    ArchiveEntry.Content.compressed(entry.content().read());
            entries.add(new ArchiveEntry(entry.path(), entry.executable(), content));
        }
        entries.add(new ArchiveEntry(SKIPPED, false, new ArchiveEntry.Content.Generated(text(modules.skipped()))));
        try (StagedFile file = StagedFile.of(path)) {
            new ReproducibleZip(TIME).write(entries, file.temporary());
            file.commit();
        }
        return open(path);
    }

    private Kept open(Path path) throws IOException {
        SourceArchive archive = SourceArchive.open(path);
        uses.note(path);
        try {
            List<ArchiveEntry> entries = new ArrayList<>();
            SortedMap<String, String> skipped = new TreeMap<>();
            for (SourceEntry entry : archive.entries()) {
                if (entry.name().equals(SKIPPED)) {
                    skipped.putAll(skipped(entry.readAll()));
                } else {
                    entries.add(new ArchiveEntry(entry.name(), false, new ArchiveEntry.Content.Copied(entry)));
                }
            }
            return new Kept(new CompiledModules(entries, skipped), archive);
        } catch (IOException e) {
            archive.close();
            throw e;
        }
    }

    private static byte[] text(SortedMap<String, String> skipped) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> module : skipped.entrySet()) {
            String reason = module.getValue().lines().findFirst().orElse("");
            text.append(module.getKey()).append(SEPARATOR).append(reason).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> skipped(byte[] text) {
        Map<String, String> skipped = new TreeMap<>();
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            int separator = line.indexOf(SEPARATOR);
            if (separator > 0) {
                skipped.put(line.substring(0, separator), line.substring(separator + 1));
            }
        }
        return skipped;
    }
}
