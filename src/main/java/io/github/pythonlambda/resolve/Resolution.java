package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wheels of all layers, one version of each project, and why they are there.
 *
 * @param wheels layer to its wheels, by project name; a wheel goes to the first layer that needs it, directly or not
 * @param roots layer to what it asks for itself, as nodes of the graph
 * @param graph what depends on what
 * @param heldBack packages of which the target cannot have the newest release
 */
public record Resolution(
        Map<String, List<ResolvedWheel>> wheels,
        Map<String, List<String>> roots,
        DependencyGraph graph,
        List<HeldBack> heldBack) {

    /** The resolution of nothing. */
    public static final Resolution EMPTY = new Resolution(Map.of(), Map.of(), new DependencyGraph(Map.of()), List.of());

    public Resolution {
        wheels = Collections.unmodifiableMap(new LinkedHashMap<>(wheels));
        roots = Map.copyOf(roots);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * Shares the chosen wheels out among the layers.
     *
     * @param wheels all wheels, by project name
     * @param layers names of the layers, in order
     * @param roots what each layer asks for
     * @param graph what depends on what
     * @param heldBack packages of which the target cannot have the newest release
     */
    public static Resolution partition(
            List<ResolvedWheel> wheels,
            List<String> layers,
            Map<String, List<String>> roots,
            DependencyGraph graph,
            List<HeldBack> heldBack) {
        Map<String, List<ResolvedWheel>> parts = new LinkedHashMap<>();
        Set<ProjectName> taken = new HashSet<>();
        for (String layer : layers) {
            Set<ProjectName> needed = graph.closure(roots.getOrDefault(layer, List.of()));
            List<ResolvedWheel> part = new ArrayList<>();
            for (ResolvedWheel wheel : wheels) {
                if (needed.contains(wheel.name()) && taken.add(wheel.name())) {
                    part.add(wheel);
                }
            }
            parts.put(layer, List.copyOf(part));
        }
        return new Resolution(parts, roots, graph, heldBack);
    }

    /** The wheels of one layer, by project name. */
    public List<ResolvedWheel> of(String layer) {
        return wheels.getOrDefault(layer, List.of());
    }

    /** The wheels of all layers. */
    public List<ResolvedWheel> all() {
        return wheels.values().stream().flatMap(List::stream).toList();
    }
}
