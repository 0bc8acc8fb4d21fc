package io.github.pythonlambda.resolve;

import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be resolved, all layers together.
 *
 * @param target the machine to resolve for
 * @param layers in the order in which they take packages
 * @param directory pip's working directory
 * @param options how to resolve
 */
public record ResolveRequest(Target target, List<LayerSource> layers, Path directory, ResolveOptions options) {
    public ResolveRequest {
        layers = List.copyOf(layers);
    }
}
