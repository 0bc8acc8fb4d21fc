package io.github.pythonlambda.build;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings for people: a text for each rule, in which what a rule says of one package does not go on for pages. */
final class FindingsText {

    /** The order does not depend on that in which checks ran. */
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::rule)
            .thenComparing(Finding::severity)
            .thenComparing(finding -> text(finding.project()))
            .thenComparing(finding -> text(finding.layer()))
            .thenComparing(finding -> text(finding.file()))
            .thenComparing(finding -> finding.problem().what())
            .thenComparing(finding -> text(finding.problem().found()));

    private static final int SHOWN_FOR_A_PACKAGE = 8;
    private static final String INDENT = "  ";

    private FindingsText() {}

    /** One text for each rule that found something: a line with the rule, and its findings below. */
    static List<String> byRule(Collection<Finding> findings) {
        Map<Rule, List<Finding>> groups = findings.stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        List<String> texts = new ArrayList<>();
        groups.forEach((rule, group) -> texts.add(text(rule, group)));
        return texts;
    }

    private static String text(Rule rule, List<Finding> findings) {
        Map<String, Set<Problem>> byPackage = new LinkedHashMap<>();
        findings.forEach(finding -> byPackage
                .computeIfAbsent(text(finding.project()), name -> new LinkedHashSet<>())
                .add(finding.problem()));
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(rule, rule.title()));
        byPackage.forEach((name, problems) -> {
            problems.stream()
                    .limit(SHOWN_FOR_A_PACKAGE)
                    .flatMap(problem -> problem.text().lines())
                    .forEach(line -> lines.add(INDENT + line));
            if (problems.size() > SHOWN_FOR_A_PACKAGE) {
                lines.add("%sand %d more%s"
                        .formatted(
                                INDENT, problems.size() - SHOWN_FOR_A_PACKAGE, name.isEmpty() ? "" : " about " + name));
            }
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static String text(@Nullable Object value) {
        return value instanceof ProjectName project ? project.canonical() : value == null ? "" : value.toString();
    }
}
