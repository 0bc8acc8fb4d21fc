package io.github.pythonlambda.pylock;

import org.jspecify.annotations.Nullable;

/**
 * A file that was required by its URL or path: a wheel, an sdist or another archive of sources.
 *
 * @param file the file
 * @param subdirectory the project's folder in the archive; {@code null} for its root
 */
public record ArchiveSource(LockedFile file, @Nullable String subdirectory) implements DirectSource {

    /** The name of the file, which says whether it is a wheel. */
    public String fileName() {
        return file.lastComponent();
    }
}
