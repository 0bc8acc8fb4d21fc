package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.describe.PackedWheel;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.target.Target;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layer that is ready to be checked and written.
 *
 * @param name the layer's name
 * @param target what it is for
 * @param layout its files
 * @param packages its wheels
 * @param bytecode what its compiled modules depend on but their sources; empty if there are none
 */
record PlannedLayer(
        String name, Target target, LayerLayout layout, List<PackedWheel> packages, Optional<String> bytecode) {

    /** To be raised when the same wheels are laid out or packed in another way. */
    private static final String FORMAT = "1";

    /**
     * A digest of all that the zip's bytes depend on.
     *
     * @param entryTime the time of all entries
     */
    Sha256 inputs(LocalDateTime entryTime) {
        String text = Stream.of(
                        Stream.of(FORMAT, target.runtime().id(), entryTime.toString()),
                        bytecode.stream(),
                        packages.stream().map(wheel -> wheel.file() + " " + wheel.sha256()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    String fileName(LayerFileName names) {
        return names.of(name, target.architecture());
    }
}
