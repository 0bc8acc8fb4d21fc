package io.github.pythonlambda.pylock;

import org.jspecify.annotations.Nullable;

/**
 * A commit in a version control system.
 *
 * @param type the system, such as {@code git}
 * @param url the repository; {@code null} only if there is a path
 * @param path the repository's folder, relative to the lock file or absolute; {@code null} only if there is a URL
 * @param requestedRevision the branch or tag that was asked for; tells where the commit came from and nothing else
 * @param commitId the commit
 * @param subdirectory the project's folder in the repository; {@code null} for its root
 */
public record VcsSource(
        String type,
        @Nullable String url,
        @Nullable String path,
        @Nullable String requestedRevision,
        String commitId,
        @Nullable String subdirectory)
        implements DirectSource {}
