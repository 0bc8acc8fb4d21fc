package io.github.pythonlambda.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding in JSON. The place that a problem names is left out: it is a path of the machine. */
final class FindingNode {

    private FindingNode() {}

    /** Rule, severity, what it is about, and one sentence. */
    static void fillShort(ObjectNode node, Finding finding) {
        node.put("rule", finding.rule().id());
        node.put("severity", finding.severity().id());
        ProjectName project = finding.project();
        put(node, "package", project == null ? null : project.canonical());
        put(node, "layer", finding.layer());
        put(node, "file", finding.file());
        put(node, "message", finding.problem().what());
    }

    /** All of it. */
    static void fill(ObjectNode node, Finding finding) {
        fillShort(node, finding);
        Problem problem = finding.problem();
        put(node, "expected", problem.expected());
        put(node, "found", problem.found());
        put(node, "remedy", problem.remedy());
    }

    /** Lines end in the same way on every machine. */
    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text.lines().collect(Collectors.joining("\n")));
        }
    }
}
