package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in the project, before anything is resolved.
 *
 * @param layers by target, in the order in which they take packages
 * @param requirements what the layers are made from, line by line
 * @param app the app, if one is to be packaged
 */
record ProjectInputs(Map<Target, List<LayerSource>> layers, RequirementsInput requirements, Optional<AppLayout> app) {

    ProjectInputs {
        layers = Map.copyOf(layers);
    }

    List<LayerSource> layers(Target target) {
        return layers.getOrDefault(target, List.of());
    }
}
