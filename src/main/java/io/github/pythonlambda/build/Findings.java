package io.github.pythonlambda.build;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what the checks find, so that all of it is told in one go. */
final class Findings {

    private final BuildLog log;
    private final List<Finding> unreported = new ArrayList<>();
    private final List<Finding> warned = new ArrayList<>();

    Findings(BuildLog log) {
        this.log = log;
    }

    void add(Finding finding) {
        unreported.add(finding);
    }

    void add(Collection<Finding> findings) {
        unreported.addAll(findings);
    }

    /**
     * Logs the warnings, each once.
     *
     * @throws ProblemException with all errors, if there are any
     */
    void report() throws ProblemException {
        List<Problem> errors = new ArrayList<>();
        for (Finding finding : unreported) {
            if (finding.isError()) {
                errors.add(finding.problem());
            } else if (!warned.contains(finding)) {
                warned.add(finding);
                log.warn(finding.problem().text());
            }
        }
        unreported.clear();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors.stream().distinct().toList());
        }
    }
}
