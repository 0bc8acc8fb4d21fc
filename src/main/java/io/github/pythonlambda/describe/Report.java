package io.github.pythonlambda.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Finding.Severity;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code report.json}, or {@code <finalName>-report.json}: what the checks found, for other programs to read, also where the build failed for it. Like the
 * manifest, it is a function of what was checked.
 *
 * @param runtime what everything is for
 * @param architectures what was checked for
 * @param rules what the user has set rules to
 * @param findings in the order in which they are told; those of rules that are off are not among them
 */
public record Report(
        LambdaRuntime runtime, List<Architecture> architectures, RulePolicy rules, List<Finding> findings) {

    /** To be raised when a reader of an older form would misread a newer one. */
    static final int SCHEMA_VERSION = 1;

    private static final String FILE_NAME = "report.json";

    public Report {
        architectures = List.copyOf(architectures);
        findings = List.copyOf(findings);
    }

    /**
     * The name of a report's file, which goes with its manifest's.
     *
     * @param finalName the app zip's name without its ending
     */
    public static String fileName(String finalName) {
        return DescriptionName.of(finalName, FILE_NAME);
    }

    public void write(Path file) throws IOException {
        ObjectNode root = JsonFile.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runtime", runtime.id());
        ArrayNode architectureNodes = root.putArray("architectures");
        architectures.forEach(architecture -> architectureNodes.add(architecture.id()));
        ObjectNode counts = root.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity.id(),
                    findings.stream()
                            .filter(finding -> finding.severity() == severity)
                            .count());
        }
        ArrayNode ruleNodes = root.putArray("rules");
        rules.settings().forEach((rule, setting) -> {
            ObjectNode node = ruleNodes
                    .addObject()
                    .put("rule", rule.id())
                    .put("severity", setting.level().id());
            if (setting.reason() != null) {
                node.put("reason", setting.reason());
            }
        });
        ArrayNode findingNodes = root.putArray("findings");
        findings.forEach(finding -> FindingNode.fill(findingNodes.addObject(), finding));
        JsonFile.write(root, file);
    }
}
