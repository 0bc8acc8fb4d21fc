package io.github.pythonlambda.build;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.CloseNames;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.NamePattern;
import io.github.pythonlambda.resolve.ResolvedWheel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts the wheels into the layers that take them by their names, and tells of patterns that make no difference: a misspelt
 * one would else move a package to another zip, which nobody sees.
 *
 * <p>It comes after the resolution, so that patterns change neither what is resolved nor a lock.
 */
final class SplitStep {

    private final LayerSplit split;
    private final BuildLog log;

    SplitStep(LayerSplit split, BuildLog log) {
        this.split = split;
        this.log = log;
    }

    /**
     * Splits the layers of all targets. Where there is no layer, there is nothing to split.
     *
     * @throws ProblemException if a layer would take nothing for one of the targets: whoever deploys it would get the zip
     *     of an earlier build, or none
     */
    List<ResolvedTarget> run(List<ResolvedTarget> targets) throws ProblemException {
        Set<ProjectName> names = names(targets, ResolvedTarget::wheels);
        if (split.parts().isEmpty() || names.isEmpty()) {
            return targets;
        }
        List<ResolvedTarget> result =
                targets.stream().map(target -> target.splitBy(split)).toList();
        refuseEmptyLayers(result);
        for (LayerSplit.Part part : split.parts()) {
            warnOfIdlePatterns(
                    part, names, names(result, target -> target.resolution().of(part.name())));
        }
        for (int i = 0; i < targets.size(); i++) {
            tellEmptiedLayers(targets.get(i), result.get(i));
        }
        return result;
    }

    @FunctionalInterface
    private interface Wheels {
        List<ResolvedWheel> of(ResolvedTarget target);
    }

    private static Set<ProjectName> names(List<ResolvedTarget> targets, Wheels wheels) {
        return targets.stream()
                .flatMap(target -> wheels.of(target).stream())
                .map(ResolvedWheel::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void refuseEmptyLayers(List<ResolvedTarget> targets) throws ProblemException {
        List<Problem> problems = new ArrayList<>();
        for (LayerSplit.Part part : split.parts()) {
            List<ResolvedTarget> without = targets.stream()
                    .filter(target -> target.resolution().of(part.name()).isEmpty())
                    .toList();
            if (!without.isEmpty()) {
                problems.add(empty(part, without));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static Problem empty(LayerSplit.Part part, List<ResolvedTarget> targets) {
        Set<ProjectName> names = names(targets, ResolvedTarget::wheels);
        boolean known = part.includes().stream()
                .anyMatch(pattern -> !matched(pattern, names).isEmpty());
        Problem problem = Problem.of("layer '%s' would be empty for %s: %s"
                        .formatted(
                                part.name(),
                                targets.stream()
                                        .map(target -> target.target().toString())
                                        .collect(Collectors.joining(" and ")),
                                known
                                        ? "all that it includes is excluded, or in an earlier layer of <layers>"
                                        : "no package matches what it includes"))
                .at("<layers> or -Dpython-lambda.layers")
                .found(texts("include", part.includes()) + texts("exclude", part.excludes()))
                .remedy("correct the patterns of the <layer>, or remove it");
        Set<ProjectName> close = part.includes().stream()
                .filter(pattern -> matched(pattern, names).isEmpty())
                .flatMap(pattern -> CloseNames.of(pattern, names).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return close.isEmpty() ? problem : problem.expected("names of packages, such as " + text(close));
    }

    private static String texts(String element, List<NamePattern> patterns) {
        return patterns.stream()
                .map(pattern -> "<%1$s>%2$s</%1$s>".formatted(element, pattern))
                .collect(Collectors.joining());
    }

    private void warnOfIdlePatterns(LayerSplit.Part part, Set<ProjectName> names, Set<ProjectName> taken) {
        for (NamePattern pattern : part.includes()) {
            List<ProjectName> matched = matched(pattern, names);
            if (matched.isEmpty()) {
                warnOfUnknown(part, "include", pattern, names);
            } else if (matched.stream().noneMatch(taken::contains)) {
                log.warn(
                        "Layer '%s': <include>%s</include> has no effect, since %s is excluded or in an earlier layer of"
                                        .formatted(part.name(), pattern, text(matched))
                                + " <layers>");
            }
        }
        part.excludes().stream()
                .filter(pattern -> matched(pattern, names).isEmpty())
                .forEach(pattern -> warnOfUnknown(part, "exclude", pattern, names));
    }

    private void warnOfUnknown(LayerSplit.Part part, String element, NamePattern pattern, Set<ProjectName> names) {
        List<ProjectName> close = CloseNames.of(pattern, names);
        log.warn("Layer '%s': no package matches <%s>%s</%s>%s"
                .formatted(part.name(), element, pattern, element, close.isEmpty() ? "" : "; there is " + text(close)));
    }

    private void tellEmptiedLayers(ResolvedTarget before, ResolvedTarget after) {
        before.resolution().wheels().keySet().stream()
                .filter(layer -> after.resolution().of(layer).isEmpty())
                .forEach(layer -> log.info("Layer '%s' has no zip for %s: <layers> take all of its packages"
                        .formatted(layer, before.target())));
    }

    private static List<ProjectName> matched(NamePattern pattern, Set<ProjectName> names) {
        return names.stream().filter(pattern::matches).toList();
    }

    private static String text(Collection<ProjectName> names) {
        return names.stream().map(ProjectName::canonical).collect(Collectors.joining(", "));
    }
}
