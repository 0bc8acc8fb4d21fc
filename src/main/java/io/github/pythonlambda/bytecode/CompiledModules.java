package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.ArchiveEntry;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome for some modules.
 *
 * @param entries the {@code .pyc} files, at their paths in the zip
 * @param skipped by the path of the source, why there is none
 */
public record CompiledModules(List<ArchiveEntry> entries, SortedMap<String, String> skipped) {

    /** Of no modules. */
    public static final CompiledModules NONE = new CompiledModules(List.of(), Collections.emptySortedMap());

    public CompiledModules {
        entries = List.copyOf(entries);
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }
}
