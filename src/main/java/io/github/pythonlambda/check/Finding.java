package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;

/**
 * Something that a rule found.
 *
 * @param rule the rule's name
 * @param severity whether the build can go on
 * @param problem what was found
 */
public record Finding(String rule, Severity severity, Problem problem) {

    /** Whether the build can go on. */
    public enum Severity {
        /** What would be built does not work. */
        ERROR,
        /** It may not work, or not everywhere. */
        WARNING
    }

    static Finding error(String rule, Problem problem) {
        return new Finding(rule, Severity.ERROR, problem);
    }

    static Finding warning(String rule, Problem problem) {
        return new Finding(rule, Severity.WARNING, problem);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
