package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Layers that take packages by their names, out of the layers that require them. So those that rarely change and those that
 * often do can be in different zips, whoever requires them.
 *
 * @param parts in the order in which they take packages
 */
public record LayerSplit(List<Part> parts) {

    /** Every package stays in the layer that requires it. */
    public static final LayerSplit NONE = new LayerSplit(List.of());

    /**
     * A layer and what it takes.
     *
     * @param name the layer's name, which no other layer has
     * @param includes one of them matches each package of the layer
     * @param excludes none of them matches one
     */
    public record Part(String name, List<NamePattern> includes, List<NamePattern> excludes) {
        public Part {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }

        /** Whether the layer takes a package, if no earlier one does. */
        boolean wants(ProjectName project) {
            return includes.stream().anyMatch(pattern -> pattern.matches(project))
                    && excludes.stream().noneMatch(pattern -> pattern.matches(project));
        }
    }

    public LayerSplit {
        parts = List.copyOf(parts);
    }

    /** The names of the layers, in order. */
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /**
     * The same wheels, each in the first of these layers that wants it, or else where it was. Layers without any are not in
     * the result.
     */
    public Resolution apply(Resolution required) {
        Map<String, List<ResolvedWheel>> layers = new LinkedHashMap<>();
        required.wheels().keySet().forEach(layer -> layers.put(layer, new ArrayList<>()));
        parts.forEach(part -> layers.put(part.name(), new ArrayList<>()));
        required.wheels()
                .forEach((layer, wheels) -> wheels.forEach(
                        wheel -> layers.get(taker(wheel.name()).orElse(layer)).add(wheel)));
        layers.values().removeIf(List::isEmpty);
        // What comes out of several layers is not in the order of names yet.
        layers.values().forEach(wheels -> wheels.sort(Comparator.comparing(ResolvedWheel::name)));
        return required.withWheels(layers);
    }

    private Optional<String> taker(ProjectName project) {
        return parts.stream()
                .filter(part -> part.wants(project))
                .map(Part::name)
                .findFirst();
    }
}
