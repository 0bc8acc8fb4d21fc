package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chooses among the wheels of a layer's folder. A project may be there once for each architecture or Python, as {@code
 * cibuildwheel} writes them; then the one that fits the target best is taken.
 */
public final class LocalWheelChoice {

    private final TagPreference preference;

    public LocalWheelChoice(Target target) {
        this.preference = new TagPreference(target.tags());
    }

    /**
     * Chooses one wheel of each project.
     *
     * @param wheels all wheels of a folder
     * @return the chosen ones by project name; of a project with no wheel that fits, all of them, so that each can be
     *     told to be wrong
     * @throws ProblemException if several versions of a project would fit
     */
    public List<LocalWheel> choose(List<LocalWheel> wheels) throws ProblemException {
        Map<ProjectName, List<LocalWheel>> byProject = wheels.stream()
                .collect(Collectors.groupingBy(wheel -> wheel.name().name(), TreeMap::new, Collectors.toList()));
        List<LocalWheel> chosen = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        byProject.forEach((project, candidates) -> {
            List<LocalWheel> fitting = candidates.stream()
                    .filter(wheel -> preference.best(wheel.name().tags()).isPresent())
                    .sorted(Comparator.comparing(
                                    (LocalWheel wheel) -> wheel.name().tags(), preference.bestFirst())
                            .thenComparing(wheel -> wheel.name().text()))
                    .toList();
            if (fitting.isEmpty()) {
                chosen.addAll(candidates);
                return;
            }
            long versions = fitting.stream()
                    .map(wheel -> wheel.name().version())
                    .distinct()
                    .count();
            if (versions > 1) {
                problems.add(severalVersions(project, fitting));
            }
            chosen.add(fitting.get(0));
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return List.copyOf(chosen);
    }

    private static Problem severalVersions(ProjectName project, List<LocalWheel> wheels) {
        return Problem.of("a layer's folder has several versions of " + project + ", and a layer can hold one")
                .at(wheels.get(0).path().getParent())
                .found(wheels.stream()
                        .map(wheel -> wheel.name().text())
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .remedy("keep the wheel of one version and remove the others");
    }
}
