package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The wheels of all layers, one version of each project, and why they are there.
 *
 * @param wheels layer to its wheels, by project name; a wheel goes to the first layer that needs it, directly or not, unless
 *     a {@link LayerSplit} was applied
 * @param roots layer to what it asks for itself, as nodes of the graph
 * @param graph what depends on what
 * @param heldBack packages of which the target cannot have the newest release
 * @param candidates what there was to choose from of the project that was asked about, if one was
 */
public record Resolution(
        Map<String, List<ResolvedWheel>> wheels,
        Map<String, List<String>> roots,
        DependencyGraph graph,
        List<HeldBack> heldBack,
        Optional<Candidates> candidates) {

    /** The resolution of nothing. */
    public static final Resolution EMPTY =
            new Resolution(Map.of(), Map.of(), new DependencyGraph(Map.of()), List.of(), Optional.empty());

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
        return new Resolution(parts, roots, graph, heldBack, Optional.empty());
    }

    /** The same, with the candidates of a project. */
    public Resolution with(Candidates explained) {
        return new Resolution(wheels, roots, graph, heldBack, Optional.of(explained));
    }

    /** The same wheels, without what they were built from. */
    public Resolution withWheelsOnly() {
        Map<String, List<ResolvedWheel>> plain = new LinkedHashMap<>();
        wheels.forEach((layer, part) ->
                plain.put(layer, part.stream().map(ResolvedWheel::withoutTree).toList()));
        return withWheels(plain);
    }

    /** This resolution, and of another one the layers that it does not have, without packages that it has already. */
    public Resolution completedBy(Resolution other) {
        Map<String, List<ResolvedWheel>> layers = new LinkedHashMap<>(wheels);
        Set<ProjectName> known = all().stream().map(ResolvedWheel::name).collect(Collectors.toSet());
        other.wheels.forEach((layer, part) -> layers.putIfAbsent(
                layer,
                part.stream().filter(wheel -> !known.contains(wheel.name())).toList()));
        Map<String, List<String>> allRoots = new LinkedHashMap<>(other.roots);
        allRoots.putAll(roots);
        Map<String, List<String>> edges = new LinkedHashMap<>(other.graph.edges());
        edges.putAll(graph.edges());
        return new Resolution(layers, allRoots, new DependencyGraph(edges), other.heldBack, other.candidates);
    }

    /** The same wheels in other layers. */
    Resolution withWheels(Map<String, List<ResolvedWheel>> layers) {
        Map<String, List<ResolvedWheel>> parts = new LinkedHashMap<>();
        layers.forEach((layer, part) -> parts.put(layer, List.copyOf(part)));
        return new Resolution(parts, roots, graph, heldBack, candidates);
    }

    /** The same wheels, with other notes on what the target cannot have. */
    public Resolution withHeldBack(List<HeldBack> others) {
        return new Resolution(wheels, roots, graph, others, candidates);
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
