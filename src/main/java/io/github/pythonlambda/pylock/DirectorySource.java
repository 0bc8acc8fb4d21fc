package io.github.pythonlambda.pylock;

import org.jspecify.annotations.Nullable;

/**
 * A folder with a project's sources.
 *
 * @param path relative to the lock file or absolute
 * @param editable whether it was an editable install when it was locked
 * @param subdirectory the project's folder in the folder; {@code null} for the folder itself
 */
public record DirectorySource(
        String path, boolean editable, @Nullable String subdirectory) implements DirectSource {}
