package io.github.pythonlambda.resolve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one layer is made from.
 *
 * @param name the layer's name
 * @param requirementsFile a file in pip's format, if there is one
 * @param wheels wheels that belong into the layer, chosen for the target
 */
public record LayerSource(String name, Optional<Path> requirementsFile, List<LocalWheel> wheels) {
    public LayerSource {
        wheels = List.copyOf(wheels);
    }
}
