package io.github.pythonlambda.requirements;

import java.nio.file.Path;

/** What a line refers to other than by a project's name. */
public sealed interface Reference {

    /**
     * A file or a folder, which need not exist.
     *
     * @param path absolute, without {@code .} and {@code ..}
     */
    record LocalPath(Path path) implements Reference {}

    /**
     * Something to download.
     *
     * @param url without user and password; instead of a query it has a digest of that
     */
    record RemoteUrl(String url) implements Reference {}

    /**
     * A repository.
     *
     * @param url as in {@link RemoteUrl}, with what names the revision, if anything
     */
    record VcsUrl(String url) implements Reference {}
}
