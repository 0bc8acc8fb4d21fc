package io.github.pythonlambda.describe;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding in JSON. The place that a problem names is left out: it is a path of the machine. */
final class FindingNode {

    private FindingNode() {}

    /** Rule, severity, what it is about, and one sentence. */
    static Map<String, Object> brief(Finding finding) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("rule", finding.rule().id());
        node.put("severity", finding.severity().id());
        ProjectName project = finding.project();
        put(node, "package", project == null ? null : project.canonical());
        put(node, "layer", finding.layer());
        put(node, "file", finding.file());
        put(node, "message", finding.problem().what());
        return node;
    }

    /** All of it. */
    static Map<String, Object> whole(Finding finding) {
        Map<String, Object> node = brief(finding);
        Problem problem = finding.problem();
        put(node, "expected", problem.expected());
        put(node, "found", problem.found());
        put(node, "remedy", problem.remedy());
        return node;
    }

    /** Lines end in the same way on every machine. */
    private static void put(Map<String, Object> node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text.lines().collect(Collectors.joining("\n")));
        }
    }
}
