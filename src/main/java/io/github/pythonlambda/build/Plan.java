package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.uptodate.BuildInputs;
import java.util.List;
import java.util.Optional;

/**
 * All that is to be written, checked.
 *
 * @param layers by architecture, then name
 * @param app the app, if one is to be packaged
 * @param bytecode the version of the CPython that compiled modules; empty if none are to be in the zips
 * @param inputs what all of this depends on
 */
record Plan(List<PlannedLayer> layers, Optional<AppLayout> app, Optional<String> bytecode, BuildInputs inputs) {

    int packageCount() {
        return layers.stream().mapToInt(layer -> layer.packages().size()).sum();
    }
}
