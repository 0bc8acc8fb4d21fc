package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of requirements that cannot be met together which they are, and which lines lead to them. */
final class Conflict {

    private static final int SHOWN = 8;

    private Conflict() {}

    static Optional<Problem> explain(List<PipRecord.Conflicting> all, Target target) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<List<String>, List<PipRecord.Conflicting>> wishes = all.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.requirement(), one.parentName(), one.from()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        String projects =
                all.stream().map(PipRecord.Conflicting::project).distinct().collect(Collectors.joining(", "));
        List<String> found = new ArrayList<>(
                wishes.values().stream().limit(SHOWN).map(Conflict::wish).toList());
        if (wishes.size() > SHOWN) {
            found.add("and %d more".formatted(wishes.size() - SHOWN));
        }
        return Optional.of(Problem.of("the requirements of %s contradict each other for %s".formatted(projects, target))
                .at(places(all))
                .found(String.join(System.lineSeparator(), found))
                .remedy(remedy(all)));
    }

    private static String wish(List<PipRecord.Conflicting> same) {
        PipRecord.Conflicting first = same.get(0);
        String asked = first.requirement();
        if (!first.parents().isEmpty()) {
            asked = Askers.releases(
                            same.stream().map(one -> one.parents().get(0)).toList()) + " requires " + asked;
        }
        return asked + " (" + lineOf(first.from()) + ")";
    }

    private static String remedy(List<PipRecord.Conflicting> all) {
        List<String> roots = all.stream()
                .map(one -> one.root() + " (" + lineOf(one.from()) + ")")
                .distinct()
                .toList();
        if (roots.size() == 1) {
            return "ask for another release of " + roots.get(0) + ", whose own requirements contradict each other";
        }
        return "change one of " + String.join(" and ", roots) + ", so that a release is left that meets all";
    }

    private static String places(List<PipRecord.Conflicting> all) {
        return all.stream()
                .map(PipRecord.Conflicting::from)
                .map(PipRecord::place)
                .distinct()
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** {@code line 3} of {@code -r /path/requirements.txt (line 3)}: the file is told above. */
    private static String lineOf(String comesFrom) {
        int start = comesFrom.lastIndexOf(" (line ");
        return start < 0 ? PipRecord.place(comesFrom) : comesFrom.substring(start + 2, comesFrom.length() - 1);
    }
}
