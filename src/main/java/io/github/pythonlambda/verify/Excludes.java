package io.github.pythonlambda.verify;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is not imported.
 *
 * @param patterns names of modules, with all below them, or of packages; {@code *} stands for anything
 */
record Excludes(List<String> patterns) {
    Excludes {
        patterns = List.copyOf(patterns);
    }

    boolean match(ProjectName project, String module) {
        return patterns.stream().map(String::strip).anyMatch(pattern -> {
            String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
            return module.matches(expression + "(\\..*)?")
                    || project.canonical().matches(expression)
                    || new ProjectName(pattern).equals(project);
        });
    }
}
