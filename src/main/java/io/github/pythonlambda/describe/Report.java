package io.github.pythonlambda.describe;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Finding.Severity;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.json.JsonWriter;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runtime", runtime.id());
        root.put("architectures", architectures.stream().map(Architecture::id).toList());
        root.put("counts", counts());
        root.put("rules", ruleNodes());
        root.put("findings", findings.stream().map(FindingNode::whole).toList());
        Files.writeString(file, JsonWriter.indented(root));
    }

    private Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity.id(),
                    findings.stream()
                            .filter(finding -> finding.severity() == severity)
                            .count());
        }
        return counts;
    }

    private List<Map<String, Object>> ruleNodes() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        rules.settings().forEach((rule, setting) -> {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("rule", rule.id());
            node.put("severity", setting.level().id());
            if (setting.reason() != null) {
                node.put("reason", setting.reason());
            }
            nodes.add(node);
        });
        return nodes;
    }
}
