package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.resolve.SourceTree;
import java.util.Optional;

/** A source as a line of a requirements file (PEP 508, "Direct references"; pip's documentation, "VCS Support"). */
final class SourceRequirement {

    private SourceRequirement() {}

    static String line(ProjectName name, SourceTree source) {
        return name + " @ " + url(source);
    }

    private static String url(SourceTree source) {
        if (source instanceof SourceTree.Sdist sdist) {
            return sdist.url() + "#sha256=" + sdist.digest();
        }
        if (source instanceof SourceTree.Archive archive) {
            return archive.url() + "#sha256=" + archive.digest()
                    + archive.subdirectory()
                            .map(path -> "&subdirectory=" + path)
                            .orElse("");
        }
        if (source instanceof SourceTree.Vcs vcs) {
            String subdirectory = fragment(vcs.subdirectory());
            return "%s+%s@%s%s".formatted(vcs.type(), vcs.url(), vcs.commitId(), subdirectory);
        }
        SourceTree.Directory directory = (SourceTree.Directory) source;
        return directory.path().toAbsolutePath().toUri().toString();
    }

    private static String fragment(Optional<String> subdirectory) {
        return subdirectory.map(path -> "#subdirectory=" + path).orElse("");
    }
}
