package io.github.pythonlambda.build;

import io.github.pythonlambda.describe.PackedWheel;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.target.Target;
import java.util.List;

/**
 * A layer that is ready to be checked and written.
 *
 * @param name the layer's name
 * @param target what it is for
 * @param layout its files
 * @param packages its wheels
 */
record PlannedLayer(String name, Target target, LayerLayout layout, List<PackedWheel> packages) {

    long unzippedBytes() {
        return packages.stream().mapToLong(PackedWheel::unzippedBytes).sum();
    }

    String fileName() {
        return name + "-" + target.architecture() + ".zip";
    }
}
