package io.github.pythonlambda.check;

import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rule {@code clash}: no two wheels of a function's layers may fill one path with different bytes. */
public final class ClashCheck {

    private static final String RULE = "clash";
    private static final int PATHS_SHOWN = 5;

    private record Pair(ProjectName first, ProjectName second) {}

    private ClashCheck() {}

    /**
     * Checks clashes.
     *
     * @param place where they are, in words
     */
    public static List<Finding> check(String place, List<LayerLayout.Clash> clashes) {
        Map<Pair, List<String>> pathsByPair = new LinkedHashMap<>();
        for (LayerLayout.Clash clash : clashes) {
            Pair pair = new Pair(clash.first().owner(), clash.second().owner());
            pathsByPair
                    .computeIfAbsent(pair, key -> new ArrayList<>())
                    .add(clash.first().entry().path());
        }
        return pathsByPair.entrySet().stream()
                .map(entry -> Finding.error(RULE, problem(place, entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Problem problem(String place, Pair pair, List<String> paths) {
        String more = paths.size() > PATHS_SHOWN ? " and %d more".formatted(paths.size() - PATHS_SHOWN) : "";
        return Problem.of("%s and %s both bring files of the same name, and they differ"
                        .formatted(pair.first(), pair.second()))
                .at(place)
                .found(String.join(", ", paths.subList(0, Math.min(PATHS_SHOWN, paths.size()))) + more)
                .remedy("require only one of the two packages");
    }
}
