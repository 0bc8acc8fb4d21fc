package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be resolved, all layers together.
 *
 * @param target the machine to resolve for
 * @param layers in the order in which they take packages
 * @param directory pip's working directory
 * @param options how to resolve
 * @param constraints pins that the answer has to fit, as lines of a constraints file
 * @param pins releases that are preferred to newer ones, as far as the requirements allow
 */
public record ResolveRequest(
        Target target,
        List<LayerSource> layers,
        Path directory,
        ResolveOptions options,
        List<String> constraints,
        Map<ProjectName, Version> pins) {
    public ResolveRequest {
        layers = List.copyOf(layers);
        constraints = List.copyOf(constraints);
        pins = Map.copyOf(pins);
    }

    /** The same for one layer, without constraints and pins. */
    public ResolveRequest forLayer(LayerSource layer) {
        return new ResolveRequest(target, List.of(layer), directory, options, List.of(), Map.of());
    }

    public ResolveRequest withPins(Map<ProjectName, Version> others) {
        return new ResolveRequest(target, layers, directory, options, constraints, others);
    }
}
