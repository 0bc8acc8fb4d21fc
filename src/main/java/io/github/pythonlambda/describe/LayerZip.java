package io.github.pythonlambda.describe;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * A layer that was written.
 *
 * @param name the layer's name
 * @param target what it is for
 * @param path the zip
 * @param zip its sizes and hash
 * @param inputs what its bytes depend on
 * @param packages by project name
 */
public record LayerZip(
        String name, Target target, Path path, WrittenZip zip, Sha256 inputs, List<PackedWheel> packages) {
    public LayerZip {
        packages = List.copyOf(packages);
    }
}
