package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Layers and apps with given files, written as {@code project:path}, or {@code path}, each perhaps with {@code =content}. */
final class TestFiles {

    static final Path APP_FOLDER = Path.of("src", "app");

    private TestFiles() {}

    static FunctionLayer layer(String name, String... files) {
        TreeMap<String, LayerEntry> entries = new TreeMap<>();
        for (String file : files) {
            String[] parts = file.split(":", 2);
            ArchiveEntry entry = entry(parts[1]);
            entries.put(entry.path(), new LayerEntry(new ProjectName(parts[0]), entry));
        }
        return new FunctionLayer(name, new LayerLayout(entries, Collections.emptySortedMap(), List.of()));
    }

    static AppLayout app(String... files) {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (String file : files) {
            entries.add(entry(file));
        }
        return new AppLayout(APP_FOLDER, entries, List.of());
    }

    private static ArchiveEntry entry(String file) {
        String[] parts = file.split("=", 2);
        byte[] content = (parts.length == 2 ? parts[1] : "").getBytes(StandardCharsets.UTF_8);
        return new ArchiveEntry(parts[0], false, new ArchiveEntry.Content.Generated(content));
    }
}
