package io.github.pythonlambda.check;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param rule the rule
 * @param severity whether the build can go on
 * @param problem what was found
 * @param project the package it is about
 * @param layer the layer it is about
 * @param file the file it is about: a wheel's name, or a path in a zip; never a path of this machine
 */
public record Finding(
        Rule rule,
        Severity severity,
        Problem problem,
        @Nullable ProjectName project,
        @Nullable String layer,
        @Nullable String file) {

    /** Whether the build can go on. */
    public enum Severity {
        /** What would be built does not work. */
        ERROR,
        /** It may not work, or not everywhere. */
        WARNING,
        /** It works, and is good to know. */
        NOTE;

        /** The word for it in reports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding error(Rule rule, Problem problem) {
        return new Finding(rule, Severity.ERROR, problem, null, null, null);
    }

    static Finding warning(Rule rule, Problem problem) {
        return new Finding(rule, Severity.WARNING, problem, null, null, null);
    }

    static Finding note(Rule rule, Problem problem) {
        return new Finding(rule, Severity.NOTE, problem, null, null, null);
    }

    /** The same, about a package. */
    public Finding about(ProjectName newProject) {
        return new Finding(rule, severity, problem, newProject, layer, file);
    }

    /** The same, in other words. */
    public Finding with(Problem other) {
        return new Finding(rule, severity, other, project, layer, file);
    }

    /** The same, about a layer. */
    public Finding inLayer(String newLayer) {
        return new Finding(rule, severity, problem, project, newLayer, file);
    }

    Finding inFile(String newFile) {
        return new Finding(rule, severity, problem, project, layer, newFile);
    }

    /** About a wheel. */
    Finding in(InspectedWheel wheel) {
        return about(wheel.file().name()).inFile(wheel.file().text());
    }

    Finding withSeverity(Severity other) {
        return new Finding(rule, other, problem, project, layer, file);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
