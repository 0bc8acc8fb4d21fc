package io.github.pythonlambda.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** How today's inputs differ from those that a lock was made from, line by line. */
public final class LockDifference {

    private final LockInputs locked;
    private final LockInputs current;
    private final UnaryOperator<String> describe;
    private final List<String> differences = new ArrayList<>();

    private LockDifference(LockInputs locked, LockInputs current, UnaryOperator<String> describe) {
        this.locked = locked;
        this.current = current;
        this.describe = describe;
    }

    /**
     * Compares inputs. An architecture that the lock has and the build does not need is no difference.
     *
     * @param locked what the lock was made from
     * @param current what it would be made from now
     * @param describe a line of today with the place where it stands
     * @return a sentence for each difference; none if the lock is up to date
     */
    public static List<String> between(LockInputs locked, LockInputs current, UnaryOperator<String> describe) {
        LockDifference difference = new LockDifference(locked, current, describe);
        difference.compare();
        return List.copyOf(difference.differences);
    }

    private void compare() {
        if (!locked.runtime().equals(current.runtime())) {
            differences.add("the runtime was %s and is %s".formatted(locked.runtime(), current.runtime()));
        }
        for (String architecture : current.architectures()) {
            if (!locked.architectures().contains(architecture)) {
                differences.add("the architecture " + architecture + " is not in the lock");
            }
        }
        List<String> names =
                current.layers().stream().map(LockInputs.Layer::name).toList();
        for (LockInputs.Layer layer : current.layers()) {
            Optional<LockInputs.Layer> before = find(locked, layer.name());
            if (before.isPresent()) {
                compare(before.get(), layer);
            } else {
                differences.add("layer '" + layer.name() + "' is new");
            }
        }
        locked.layers().stream()
                .filter(layer -> !names.contains(layer.name()))
                .forEach(layer -> differences.add("layer '" + layer.name() + "' is gone"));
    }

    private static Optional<LockInputs.Layer> find(LockInputs inputs, String name) {
        return inputs.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst();
    }

    private void compare(LockInputs.Layer before, LockInputs.Layer now) {
        compare(before.requirements(), now.requirements(), "");
        compare(before.constraints(), now.constraints(), "");
        compare(before.options(), now.options(), "the option ");
        compare(before.wheels(), now.wheels(), "the wheel ");
    }

    private void compare(List<String> before, List<String> now, String kind) {
        TreeSet<String> added = new TreeSet<>(now);
        before.forEach(added::remove);
        TreeSet<String> removed = new TreeSet<>(before);
        now.forEach(removed::remove);
        added.forEach(text -> differences.add(kind + describe.apply(text) + " is new"));
        removed.forEach(text -> differences.add(kind + text + " is gone"));
    }
}
