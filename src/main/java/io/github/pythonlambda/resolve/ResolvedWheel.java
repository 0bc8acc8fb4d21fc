package io.github.pythonlambda.resolve;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.WheelFileName;
import java.net.URI;

/**
 * A wheel that the resolution chose.
 *
 * @param file its file name, with project, version and tags in it
 * @param digest of its content
 * @param source where it is to be had, without credentials
 */
public record ResolvedWheel(WheelFileName file, Sha256 digest, URI source) {

    public ProjectName name() {
        return file.name();
    }
}
