package io.github.pythonlambda.lock;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Requirement;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.LockChoice;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What locks say for one target, as a resolution. No package is left out, none is there in two versions. */
public final class LockedResolution {

    private final Target target;
    private final LockChoice choice;
    private final TreeBuilder builder;
    private final Map<String, List<ResolvedWheel>> layers = new LinkedHashMap<>();
    private final Map<String, List<String>> roots = new LinkedHashMap<>();
    private final Map<String, List<String>> edges = new LinkedHashMap<>();
    private final Map<ProjectName, ResolvedWheel> taken = new LinkedHashMap<>();
    private final Map<LockedSet.LockedTree, String> trees = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param choice extras and dependency groups of locks that offer a choice
     * @param builder is asked for what the lock has no wheel of
     */
    public LockedResolution(Target target, LockChoice choice, TreeBuilder builder) {
        this.target = target;
        this.choice = choice;
        this.builder = builder;
    }

    /** Turns locked source trees into wheels. */
    @FunctionalInterface
    public interface TreeBuilder {

        /** @throws ProblemException if the policy does not allow it, or one cannot be built */
        List<ResolvedWheel> build(List<LockedSet.LockedTree> trees) throws ProblemException, IOException;
    }

    /**
     * The resolution that the lock of a build holds.
     *
     * @param inputs what the lock was made from, with all layers
     */
    public Resolution ofBuild(LockReader lock, LockInputs inputs) throws ProblemException, IOException {
        for (LockInputs.Layer layer : inputs.layers()) {
            layers.put(layer.name(), new ArrayList<>());
            roots.put(layer.name(), roots(layer));
        }
        LockedSet set = lock.select(target, choice);
        for (LockedSet.Locked locked : set.packages()) {
            String layer = locked.layer().orElse("");
            if (!layers.containsKey(layer)) {
                problems.add(Problem.of("a lock assigns %s to a layer that does not exist".formatted(locked.name()))
                        .at(lock.file())
                        .expected(String.join(", ", layers.keySet()))
                        .found(layer.isEmpty() ? "no layer" : layer)
                        .remedy("lock again"));
                continue;
            }
            add(layer, locked);
        }
        edges.putAll(set.graph().edges());
        buildTrees();
        return resolution();
    }

    private static List<String> roots(LockInputs.Layer layer) {
        List<String> names = new ArrayList<>();
        for (String requirement : layer.requirements()) {
            try {
                names.add(Requirement.parse(requirement).name().canonical());
            } catch (PackagingSyntaxException e) {
                // A path or a URL without a name; its project is in the lock all the same.
                continue;
            }
        }
        return names;
    }

    /**
     * The resolution of those layers that have a lock of their own.
     *
     * @param sources all layers, in the order in which they take packages
     */
    public Resolution ofLayers(List<LayerSource> sources, Map<String, LockReader> locks)
            throws ProblemException, IOException {
        for (LayerSource source : sources) {
            LockReader lock = locks.get(source.name());
            if (lock == null) {
                continue;
            }
            layers.put(source.name(), new ArrayList<>());
            LockedSet set = lock.select(target, choice);
            for (LockedSet.Locked locked : set.packages()) {
                add(source.name(), locked);
            }
            for (LocalWheel wheel : source.wheels()) {
                add(source.name(), ofFile(wheel));
            }
            edges.putAll(set.graph().edges());
            roots.put(
                    source.name(),
                    set.packages().stream()
                            .map(locked -> locked.name().canonical())
                            .toList());
        }
        buildTrees();
        LocalWheelNeeds needs = new LocalWheelNeeds(target, taken);
        for (LayerSource source : sources) {
            for (LocalWheel wheel : locks.containsKey(source.name()) ? source.wheels() : List.<LocalWheel>of()) {
                problems.addAll(needs.check(wheel));
            }
        }
        return resolution();
    }

    private static ResolvedWheel ofFile(LocalWheel wheel) {
        return new ResolvedWheel(
                wheel.name(), wheel.digest(), wheel.path().toUri(), Optional.empty(), Optional.empty());
    }

    private void add(String layer, LockedSet.Locked locked) {
        if (locked instanceof LockedSet.LockedWheel wheel) {
            add(layer, wheel.wheel());
        } else if (locked instanceof LockedSet.LockedTree tree) {
            trees.put(tree, layer);
        }
    }

    private void buildTrees() throws IOException {
        if (trees.isEmpty()) {
            return;
        }
        Map<ProjectName, String> layerOf = new HashMap<>();
        trees.forEach((tree, layer) -> layerOf.putIfAbsent(tree.name(), layer));
        try {
            for (ResolvedWheel wheel : builder.build(List.copyOf(trees.keySet()))) {
                add(layerOf.get(wheel.name()), wheel);
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    private void add(String layer, ResolvedWheel wheel) {
        ResolvedWheel other = taken.putIfAbsent(wheel.name(), wheel);
        if (other == null) {
            layers.get(layer).add(wheel);
        } else if (!other.digest().equals(wheel.digest())) {
            problems.add(Problem.of("the layers would carry two different wheels of " + wheel.name()
                            + ", and a function sees one of them")
                    .at("layer " + layer)
                    .found(other.file() + " and " + wheel.file())
                    .remedy("lock both layers to the same version"));
        }
    }

    private Resolution resolution() throws ProblemException {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Map<String, List<ResolvedWheel>> sorted = new LinkedHashMap<>();
        layers.forEach((layer, wheels) -> sorted.put(
                layer,
                wheels.stream()
                        .sorted(Comparator.comparing(ResolvedWheel::name))
                        .toList()));
        return new Resolution(sorted, roots, new DependencyGraph(edges), List.of(), Optional.empty());
    }
}
