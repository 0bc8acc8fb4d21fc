package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Finding.Severity;
import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.RecordingLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final RecordingLog log = new RecordingLog();
    private final Findings findings = new Findings(RulePolicy.DEFAULT, log);

    private static Finding finding(Rule rule, Severity severity, String project, String what) {
        return new Finding(
                rule, severity, Problem.of(what).at("here\nand there"), new ProjectName(project), null, null);
    }

    @Test
    void eachRuleIsToldOnceWithItsFindingsBelow() throws Exception {
        findings.add(finding(Rule.ELF_LIBRARY, Severity.WARNING, "two", "two needs it"));
        findings.add(finding(Rule.WHEEL_NAME, Severity.WARNING, "one", "one is renamed"));
        findings.add(finding(Rule.ELF_LIBRARY, Severity.WARNING, "one", "one needs it"));
        findings.add(finding(Rule.RUNTIME_PACKAGE, Severity.NOTE, "six", "six is shared"));

        findings.report();

        assertThat(log.warnings()).hasSize(2);
        assertThat(log.warnings().get(0)).startsWith("wheel-name: ");
        assertThat(log.warnings().get(1)).isEqualToNormalizingNewlines("""
                elf-library: libraries that native files need must be in a layer or in the runtime
                  one needs it
                    where:    here
                              and there
                  two needs it
                    where:    here
                              and there""");
        assertThat(log.infos()).singleElement().asString().startsWith("runtime-package: ");
    }

    @Test
    void errorsOfAllRulesAreToldInOneGoAfterTheWarnings() {
        findings.add(finding(Rule.SIZE, Severity.ERROR, "one", "too large"));
        findings.add(finding(Rule.CLASH, Severity.ERROR, "one", "they differ"));
        findings.add(finding(Rule.CLASH, Severity.WARNING, "one", "they differ a bit"));

        assertThatThrownBy(findings::report)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problems()).hasSize(2))
                .message()
                .matches("(?s)clash: .*they differ\\R.*\\Rsize: .*too large\\R.*");
        assertThat(log.warnings()).singleElement().asString().contains("they differ a bit");
        assertThat(findings.hasErrors()).isTrue();
        assertThat(findings.reported()).hasSize(3);
    }

    @Test
    void moreThanEightOfOnePackageAreSummedUp() throws Exception {
        IntStream.range(0, 11)
                .forEach(i -> findings.add(finding(Rule.CLASH, Severity.WARNING, "many", "number %02d".formatted(i))));
        IntStream.range(0, 8).forEach(i -> findings.add(finding(Rule.CLASH, Severity.WARNING, "some", "figure " + i)));

        findings.report();

        assertThat(log.warnings())
                .singleElement()
                .asString()
                .contains("  number 07")
                .doesNotContain("number 08")
                .contains("  and 3 more about many")
                .contains("  figure 7")
                .doesNotContain("more about some");
        assertThat(findings.reported()).hasSize(19);
    }

    @Test
    void aFindingIsToldOnceHoweverOftenItIsMade() throws Exception {
        for (int time = 1; time <= 2; time++) {
            findings.add(finding(Rule.CLASH, Severity.WARNING, "one", "they differ"));
            findings.report();
        }

        assertThat(log.warnings()).hasSize(1);
        assertThat(findings.reported()).hasSize(1);
    }

    @Test
    void theOrderIsTheSameInWhicheverOrderChecksRun() throws Exception {
        List<Finding> all = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            for (String project : List.of("a", "b")) {
                all.add(finding(rule, Severity.WARNING, project, rule + " of " + project));
            }
        }
        List<List<Finding>> orders = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(all, new Random(seed));
            Findings shuffled = new Findings(RulePolicy.DEFAULT, new RecordingLog());
            shuffled.add(all);
            shuffled.report();
            orders.add(shuffled.reported());
        }

        assertThat(orders.stream().distinct()).hasSize(1);
        assertThat(orders.get(0)).extracting(Finding::rule).isSorted();
    }

    @Test
    void theUserSaysWhatRulesAre() {
        Findings set = new Findings(
                new RulePolicy(Map.of(
                        Rule.CLASH, new RulePolicy.Setting(RulePolicy.Level.OFF, "known"),
                        Rule.SIZE, new RulePolicy.Setting(RulePolicy.Level.WARN, null),
                        Rule.WHEEL_NAME, new RulePolicy.Setting(RulePolicy.Level.ERROR, null))),
                log);
        set.add(finding(Rule.CLASH, Severity.ERROR, "one", "they differ"));
        set.add(finding(Rule.SIZE, Severity.ERROR, "one", "too large"));
        set.add(finding(Rule.WHEEL_NAME, Severity.WARNING, "one", "renamed"));

        assertThatThrownBy(set::report)
                .hasMessageContaining("renamed")
                .hasMessageNotContaining("too large")
                .hasMessageNotContaining("they differ");
        assertThat(log.warnings()).singleElement().asString().contains("too large");
        assertThat(set.reported()).extracting(Finding::rule).containsExactly(Rule.WHEEL_NAME, Rule.SIZE);
    }
}
