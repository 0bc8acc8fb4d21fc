package io.github.pythonlambda.lock;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.MarkerEnvironment;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Requirement;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.Wheel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that what local wheels depend on is there, where they lie beside a lock of another tool: nothing is resolved then,
 * and that tool knew nothing of them.
 */
final class LocalWheelNeeds {

    private final MarkerEnvironment environment;
    private final Map<ProjectName, ResolvedWheel> chosen;

    /** @param chosen the wheels of all layers */
    LocalWheelNeeds(Target target, Map<ProjectName, ResolvedWheel> chosen) {
        this.environment = MarkerEnvironment.of(target.markerEnvironment());
        this.chosen = chosen;
    }

    /** What is missing, a problem for each requirement. */
    List<Problem> check(LocalWheel local) throws ProblemException, IOException {
        List<Problem> problems = new ArrayList<>();
        try (Wheel wheel = Wheel.open(local.path(), local.name())) {
            for (String text : wheel.requirements()) {
                missing(text)
                        .ifPresent(found -> problems.add(Problem.of(
                                        "%s needs %s, which the lock does not have".formatted(local.name(), text))
                                .at(local.path())
                                .found(found)
                                .remedy("lock again with the tool that made the lock, with this requirement too")));
            }
        }
        return problems;
    }

    /** What is there instead; empty if the requirement is met or does not apply. */
    private Optional<String> missing(String text) {
        try {
            Requirement requirement = Requirement.parse(text);
            Optional<Marker> marker = requirement.marker();
            if (marker.isPresent() && !marker.get().evaluate(environment)) {
                return Optional.empty();
            }
            ResolvedWheel there = chosen.get(requirement.name());
            if (there == null) {
                return Optional.of("nothing of " + requirement.name());
            }
            return requirement.specifiers().contains(there.file().version(), true)
                    ? Optional.empty()
                    : Optional.of(there.file().text());
        } catch (PackagingSyntaxException e) {
            return Optional.of("no valid requirement: " + e.getMessage());
        }
    }
}
