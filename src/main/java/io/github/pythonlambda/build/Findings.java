package io.github.pythonlambda.build;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Finding.Severity;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what the checks find, so that all of it is told in one go. The one place where the user's settings of rules
 * have an effect.
 */
final class Findings {

    private final RulePolicy policy;
    private final BuildLog log;
    private final List<Finding> unreported = new ArrayList<>();
    private final List<Finding> reported = new ArrayList<>();
    private final Set<Finding> seen = new HashSet<>();

    Findings(RulePolicy policy, BuildLog log) {
        this.policy = policy;
        this.log = log;
    }

    void add(Finding finding) {
        policy.apply(finding).ifPresent(unreported::add);
    }

    void add(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Whether what was found so far will end the build. */
    boolean areFatal() {
        return unreported.stream().anyMatch(Finding::isError) || hasErrors();
    }

    /** Whether an error was reported. */
    boolean hasErrors() {
        return reported.stream().anyMatch(Finding::isError);
    }

    /** All that was reported so far, each once, in the order in which it is told. */
    List<Finding> reported() {
        return reported.stream().sorted(FindingsText.ORDER).toList();
    }

    /**
     * Logs warnings and notes, each once.
     *
     * @throws ProblemException with all errors, if there are any
     */
    void report() throws ProblemException {
        List<Finding> fresh = unreported.stream()
                .filter(finding -> seen.add(placeless(finding)))
                .sorted(FindingsText.ORDER)
                .toList();
        unreported.clear();
        reported.addAll(fresh);
        FindingsText.byRule(withSeverity(Severity.NOTE, fresh)).forEach(log::info);
        FindingsText.byRule(withSeverity(Severity.WARNING, fresh)).forEach(log::warn);
        List<Finding> errors = withSeverity(Severity.ERROR, fresh);
        if (!errors.isEmpty()) {
            List<Problem> problems =
                    errors.stream().map(Finding::problem).distinct().toList();
            throw new ProblemException(String.join(System.lineSeparator(), FindingsText.byRule(errors)), problems);
        }
    }

    /** A wheel of the project is found in its folder first, and then once more by the URL that the resolution gives it. */
    private static Finding placeless(Finding finding) {
        Problem problem = finding.problem();
        return finding.with(new Problem(problem.what(), null, problem.expected(), problem.found(), problem.remedy()));
    }

    private static List<Finding> withSeverity(Severity severity, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
