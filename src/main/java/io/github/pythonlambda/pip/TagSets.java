package io.github.pythonlambda.pip;

import io.github.pythonlambda.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the wheels of a release are for, those that come closest to a target first. */
final class TagSets {

    private final List<String> sets;
    private final String python;
    private final String machine;

    TagSets(Release release, Target target) {
        python = "cp3" + target.runtime().pythonMinor() + "-";
        machine = target.architecture().machine();
        sets = release.wheels().stream()
                .map(wheel -> wheel.file().split("-", -1))
                .filter(parts -> parts.length >= 5)
                .map(parts -> String.join("-", List.of(parts).subList(parts.length - 3, parts.length))
                        .replaceFirst("\\.whl$", ""))
                .distinct()
                .sorted(Comparator.comparing(this::distance).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Those for Linux on the target's machine if there are any, else all; the rest as a number. */
    String text(int limit) {
        long close = sets.stream().filter(this::isForMachine).count();
        long shown = Math.min(limit, close == 0 ? sets.size() : close);
        String text = sets.stream().limit(shown).collect(Collectors.joining(System.lineSeparator()));
        return sets.size() == shown ? text : text + "%nand %d more".formatted(sets.size() - shown);
    }

    private boolean isForMachine(String set) {
        return set.endsWith("-any") || (set.contains("linux") && !set.contains("musl") && set.contains(machine));
    }

    private int distance(String set) {
        int system = isForMachine(set) ? 0 : set.contains("manylinux") ? 2 : 4;
        return system + (set.startsWith(python) || set.startsWith("py3-") || set.contains("-abi3-") ? 0 : 1);
    }
}
