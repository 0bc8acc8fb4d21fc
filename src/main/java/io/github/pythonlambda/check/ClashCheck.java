package io.github.pythonlambda.check;

import io.github.pythonlambda.check.Finding.Severity;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules {@code clash} and {@code file-and-folder}: no two wheels of a function's layers may fill one path with different
 * bytes, and none may be a file for one and a folder for another. Where only files differ that no program wants,
 * such as {@code docs} at the top, or a README there, it is a note, since who requires the packages can do nothing about
 * it.
 */
public final class ClashCheck {

    /** Folders at the top of a layer that packages put there by mistake, or that only people read. */
    private static final Set<String> UNREAD =
            Set.of("benchmarks", "doc", "docs", "example", "examples", "man", "samples", "test", "tests");

    /** Folders of which a program may want a file, but hardly one on Lambda. */
    private static final Set<String> SELDOM_READ = Set.of("bin", "etc", "share");

    private static final List<String> CODE = List.of(".py", ".so", ".pyc", ".pth");

    private record Pair(ProjectName first, ProjectName second, Rule rule) {}

    private ClashCheck() {}

    /**
     * Checks clashes.
     *
     * @param place where they are, in words
     */
    public static List<Finding> check(String place, List<LayerLayout.Clash> clashes) {
        Map<Pair, List<String>> pathsByPair = new LinkedHashMap<>();
        for (LayerLayout.Clash clash : clashes) {
            Pair pair = new Pair(
                    clash.first().owner(),
                    clash.second().owner(),
                    clash.isFileAndFolder() ? Rule.FILE_AND_FOLDER : Rule.CLASH);
            pathsByPair
                    .computeIfAbsent(pair, key -> new ArrayList<>())
                    .add(clash.first().entry().path());
        }
        return pathsByPair.entrySet().stream()
                .map(entry -> finding(place, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(String place, Pair pair, List<String> paths) {
        Problem problem = Problem.of((pair.rule() == Rule.CLASH
                                ? "%s and %s both bring files of the same name, and they differ"
                                : "%s and %s bring paths that are files in one and folders in the other")
                        .formatted(pair.first(), pair.second()))
                .at(place)
                .found(Shown.some(paths))
                .remedy("require only one of the two packages");
        Severity severity = pair.rule() == Rule.FILE_AND_FOLDER
                ? Severity.ERROR
                : paths.stream()
                        .map(ClashCheck::severity)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return Finding.error(pair.rule(), problem)
                .withSeverity(severity)
                .about(pair.first())
                .inFile(paths.get(0));
    }

    private static Severity severity(String path) {
        String[] parts = path.split("/", 3);
        if (parts.length < 2 || !path.startsWith(TopLevel.LAYER_ROOT)) {
            return Severity.ERROR;
        }
        if (parts.length == 2) {
            return CODE.stream().anyMatch(path::endsWith) ? Severity.ERROR : Severity.NOTE;
        }
        if (UNREAD.contains(parts[1])) {
            return Severity.NOTE;
        }
        return SELDOM_READ.contains(parts[1]) ? Severity.WARNING : Severity.ERROR;
    }
}
