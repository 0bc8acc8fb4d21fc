package io.github.pythonlambda.resolve;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.WheelFileName;
import java.net.URI;
import java.util.Optional;

/**
 * A wheel that the resolution chose.
 *
 * @param file its file name, with project, version and tags in it
 * @param digest of its content
 * @param source where it is to be had, without credentials
 * @param index the index that offers it, without credentials; empty for wheels that a requirement names by path or URL
 * @param builtFrom what it was built from, if it was not had as a wheel
 */
public record ResolvedWheel(
        WheelFileName file, Sha256 digest, URI source, Optional<URI> index, Optional<SourceTree> builtFrom) {

    /** By the content, which tells wheels apart, and at once: the JVM puts a record's own together at its first use. */
    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    ResolvedWheel withoutTree() {
        return new ResolvedWheel(file, digest, source, index, Optional.empty());
    }

    public ProjectName name() {
        return file.name();
    }
}
