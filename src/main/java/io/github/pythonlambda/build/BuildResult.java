package io.github.pythonlambda.build;

import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.LayerZip;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was written.
 *
 * @param layers by name, then architecture
 * @param app the app zip, if one was asked for
 * @param manifest their description
 * @param report what the checks found
 * @param changed those of the files that an earlier build had not left with the same bytes already
 */
public record BuildResult(List<LayerZip> layers, Optional<AppZip> app, Path manifest, Path report, Set<Path> changed) {
    public BuildResult {
        layers = List.copyOf(layers);
        changed = Set.copyOf(changed);
    }
}
