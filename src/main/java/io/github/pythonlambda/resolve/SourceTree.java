package io.github.pythonlambda.resolve;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.SdistFileName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What a wheel was built from in this build, for those that were not had as wheels. URLs are without credentials. */
public sealed interface SourceTree {

    /** Where it is, for people. */
    String place();

    /**
     * A source distribution that an index or a page of links offers.
     *
     * @param file its file name
     * @param url where it is to be had
     * @param digest of the archive
     */
    record Sdist(SdistFileName file, URI url, Sha256 digest) implements SourceTree {
        @Override
        public String place() {
            return url.toString();
        }
    }

    /**
     * An archive that a requirement names by its URL or path.
     *
     * @param url where it is to be had
     * @param digest of the archive
     * @param subdirectory the project's folder in it, if it is not the top
     */
    record Archive(URI url, Sha256 digest, Optional<String> subdirectory) implements SourceTree {
        @Override
        public String place() {
            return url.toString();
        }
    }

    /**
     * A folder of this machine.
     *
     * @param path the folder
     * @param editable whether it was required by {@code -e}, which makes no difference to a layer
     */
    record Directory(Path path, boolean editable) implements SourceTree {
        @Override
        public String place() {
            return path.toString();
        }
    }

    /**
     * A commit of a repository.
     *
     * @param type the version control system, such as {@code git}
     * @param url of the repository
     * @param requestedRevision the branch, tag or commit that was asked for, if any
     * @param commitId what that was when it was resolved
     * @param subdirectory the project's folder in it, if it is not the top
     */
    record Vcs(
            String type, String url, Optional<String> requestedRevision, String commitId, Optional<String> subdirectory)
            implements SourceTree {
        @Override
        public String place() {
            return url + "@" + commitId;
        }
    }
}
