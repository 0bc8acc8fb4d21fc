package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Version;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who asks for something: a line of a file, or packages that such a line leads to. */
final class Askers {

    private static final int SHOWN = 4;

    private Askers() {}

    /** A line for each way that leads to the same requirement, many releases of a package as one. */
    static String places(List<PipRecord.Missing> same) {
        Map<List<String>, List<PipRecord.Missing>> ways = same.stream()
                .collect(Collectors.groupingBy(
                        one -> Stream.concat(one.parents().stream().map(PipRecord.Parent::name), Stream.of(one.from()))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        String shown =
                ways.values().stream().limit(SHOWN).map(Askers::place).collect(Collectors.joining("%n".formatted()));
        return ways.size() <= SHOWN ? shown : shown + "%nand %d more".formatted(ways.size() - SHOWN);
    }

    private static String place(List<PipRecord.Missing> way) {
        PipRecord.Missing first = way.get(0);
        String place = PipRecord.place(first.from());
        if (first.parents().isEmpty()) {
            return place;
        }
        List<PipRecord.Parent> nearest =
                way.stream().map(one -> one.parents().get(0)).toList();
        Stream<String> further = first.parents().stream().skip(1).map(PipRecord.Parent::name);
        return Stream.concat(Stream.of(releases(nearest)), further)
                .map(parent -> "required by " + parent + ", ")
                .collect(Collectors.joining("", "", place));
    }

    /** Such as {@code dnachisel 3.2.16 and 13 other releases}. */
    static String releases(List<PipRecord.Parent> parents) {
        List<String> versions = parents.stream()
                .map(PipRecord.Parent::version)
                .filter(version -> !version.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(
                                Askers::parsed,
                                Comparator.comparing(
                                        version -> version.orElse(null),
                                        Comparator.nullsFirst(Comparator.<Version>naturalOrder())))
                        .reversed())
                .toList();
        String name = parents.get(0).name();
        if (versions.isEmpty()) {
            return name;
        }
        String newest = name + " " + versions.get(0);
        return versions.size() == 1
                ? newest
                : "%s and %d other release%s".formatted(newest, versions.size() - 1, versions.size() == 2 ? "" : "s");
    }

    private static Optional<Version> parsed(String version) {
        try {
            return Optional.of(Version.parse(version));
        } catch (PackagingSyntaxException e) {
            return Optional.empty();
        }
    }
}
