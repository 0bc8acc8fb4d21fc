package io.github.pythonlambda.build;

import io.github.pythonlambda.describe.PackedWheel;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.wheel.Wheel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A layer whose files have their places.
 *
 * @param name the layer's name
 * @param resolved what it is for, and the wheels
 * @param layout its files
 */
record LaidOutLayer(String name, ResolvedTarget resolved, LayerLayout layout) {

    /** Lays out the wheels that go to a layer. */
    static LaidOutLayer of(String name, ResolvedTarget resolved, WheelShelf shelf)
            throws ProblemException, IOException {
        List<Wheel> wheels = new ArrayList<>();
        for (ResolvedWheel wheel : resolved.resolution().of(name)) {
            Path path = resolved.files().get(wheel.digest());
            wheels.add(shelf.open(wheel.digest(), wheel.file(), path).wheel());
        }
        return new LaidOutLayer(
                name, resolved, LayerLayout.of(wheels, resolved.target().runtime()));
    }

    List<ResolvedWheel> wheels() {
        return resolved.resolution().of(name);
    }

    /** With compiled modules. */
    LaidOutLayer withBytecode(List<LayerEntry> compiled) {
        return new LaidOutLayer(name, resolved, layout.withBytecode(compiled));
    }

    /**
     * The layer with what is to be told of its packages.
     *
     * @param bytecode what the compiled modules depend on but their sources; empty if there are none
     */
    PlannedLayer planned(Optional<String> bytecode) {
        Map<ProjectName, Long> sizes = new HashMap<>();
        for (LayerEntry file : layout.content().values()) {
            sizes.merge(file.owner(), file.entry().size(), Long::sum);
        }
        TagPreference preference = new TagPreference(resolved.target().tags());
        List<PackedWheel> packages = new ArrayList<>();
        Map<ProjectName, HeldBack> heldBack = resolved.resolution().heldBack().stream()
                .collect(Collectors.toMap(HeldBack::name, held -> held, (first, second) -> first));
        for (ResolvedWheel wheel : wheels()) {
            preference
                    .best(wheel.file().tags())
                    .ifPresent(tag -> packages.add(new PackedWheel(
                            wheel.file(),
                            wheel.digest(),
                            tag,
                            sizes.getOrDefault(wheel.name(), 0L),
                            Optional.ofNullable(heldBack.get(wheel.name())))));
        }
        return new PlannedLayer(name, resolved.target(), layout, packages, bytecode);
    }
}
