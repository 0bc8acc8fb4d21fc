package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.ArchiveEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The modules that are compiled together: those of a package, or of the app.
 *
 * @param name what they are, for messages
 * @param folder where Lambda unpacks the zip, with a slash at its end; tracebacks show it
 * @param invalidation how Python is to know that they are up to date
 * @param files sources by their path in the zip
 */
public record ModuleSources(
        String name, String folder, Invalidation invalidation, SortedMap<String, ArchiveEntry.Content> files) {

    private static final String SUFFIX = ".py";
    /** Tests are not imported on Lambda, and are more than half of the code of packages such as pandas and numpy. */
    private static final Pattern NOT_IMPORTED = Pattern.compile("(?:.*/)?tests?/.*|python/bin/.*|python/include/.*");

    public ModuleSources {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The modules among the entries of a zip; the other parameters are as in the record. */
    public static ModuleSources of(
            String name, String folder, Invalidation invalidation, Collection<ArchiveEntry> entries) {
        SortedMap<String, ArchiveEntry.Content> files = new TreeMap<>();
        for (ArchiveEntry entry : entries) {
            if (entry.path().endsWith(SUFFIX)
                    && !NOT_IMPORTED.matcher(entry.path()).matches()) {
                files.put(entry.path(), entry.content());
            }
        }
        return new ModuleSources(name, folder, invalidation, files);
    }

    /**
     * Where Python looks for the compiled form of a module (PEP 3147).
     *
     * @param source path of the source
     * @param minor the minor version of Python 3
     */
    static String compiledPath(String source, int minor) {
        int name = source.lastIndexOf('/') + 1;
        String stem = source.substring(name, source.length() - SUFFIX.length());
        return "%s__pycache__/%s.cpython-3%d.pyc".formatted(source.substring(0, name), stem, minor);
    }
}
