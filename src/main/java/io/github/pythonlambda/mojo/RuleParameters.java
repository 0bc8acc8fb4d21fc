package io.github.pythonlambda.mojo;

import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the parameter on rules one value. */
final class RuleParameters {

    private static final String WHERE = "<rules> or -Dpython-lambda.rules";

    private final Consumer<String> warnings;

    RuleParameters(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** @throws ProblemException with all that is wrong, not the first alone */
    RulePolicy policy(@Nullable List<RuleParameter> parameters) throws ProblemException {
        Map<Rule, RulePolicy.Setting> settings = new EnumMap<>(Rule.class);
        List<Problem> problems = new ArrayList<>();
        for (RuleParameter parameter : parameters == null ? List.<RuleParameter>of() : parameters) {
            // Maven makes one of an empty element or property, too.
            if (!parameter.id().isEmpty() || !parameter.severity().isEmpty()) {
                read(parameter, settings, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new RulePolicy(settings);
    }

    private void read(RuleParameter parameter, Map<Rule, RulePolicy.Setting> settings, List<Problem> problems) {
        Optional<Rule> rule = Rule.of(parameter.id());
        Optional<RulePolicy.Level> level = RulePolicy.Level.of(parameter.severity());
        if (rule.isEmpty()) {
            problems.add(Problem.of("there is no rule '%s'".formatted(parameter.id()))
                    .at(WHERE)
                    .expected(Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.joining(", ")))
                    .remedy("correct the rule's id"));
        } else if (level.isEmpty()) {
            problems.add(Problem.of("the rule %s is set to nothing that a rule can be set to".formatted(rule.get()))
                    .at(WHERE)
                    .expected("off, warn or error")
                    .found("'" + parameter.severity() + "'")
                    .remedy("correct <severity>"));
        } else if (rule.get().isFixed() && level.get() != RulePolicy.Level.ERROR) {
            problems.add(
                    Problem.of("the rule %s cannot be set to %s: what it finds cannot be installed, packed or unpacked"
                                    .formatted(rule.get(), level.get().id()))
                            .at(WHERE)
                            .expected("one of the rules that can: "
                                    + Arrays.stream(Rule.values())
                                            .filter(other -> !other.isFixed())
                                            .map(Rule::id)
                                            .collect(Collectors.joining(", ")))
                            .remedy("take the setting out, and correct what the rule finds"));
        } else if (settings.put(rule.get(), new RulePolicy.Setting(level.get(), parameter.reason())) != null) {
            problems.add(Problem.of("the rule %s is set twice".formatted(rule.get()))
                    .at(WHERE)
                    .remedy("take one of the settings out"));
        } else if (level.get() == RulePolicy.Level.OFF && parameter.reason() == null && !parameter.isShort()) {
            warnings.accept(
                    "The rule %s is off, and <rules> does not say why; add a <reason> for those who read it later"
                            .formatted(rule.get()));
        }
    }
}
