package io.github.pythonlambda.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configuration in docs/terraform.md refers to what a manifest has. Its references are followed here, into a manifest
 * that was written as builds write it.
 */
class TerraformDocTest {

    private static final Path DOC = Path.of("docs", "terraform.md");
    /** A reference into a value, such as {@code local.app.webAdapter.layerArns[local.architecture]}. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\b(local\\.\\w+|each\\.value|layer)((?:\\.\\w+|\\[[\\w.]+])*)");

    private static final Pattern LOCAL = Pattern.compile("(?m)^  (\\w+) *= (.*)$");

    @TempDir
    private Path project;

    private String text;
    private JsonNode manifest;
    /** What references start with, such as {@code local.app}, and all that they may mean. */
    private final Map<String, List<JsonNode>> values = new HashMap<>();

    @BeforeEach
    void read() throws Exception {
        text = Pattern.compile("```hcl\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOC))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        BuiltFunctions built =
                new BuiltFunctions(project).layers("base", "extra").streaming().app("app", "run.sh");
        manifest = new ObjectMapper()
                .readTree(built.output().resolve("manifest.json").toFile());
        List<JsonNode> layers = StreamSupport.stream(manifest.path("layers").spliterator(), false)
                .toList();
        values.put("each.value", layers);
        values.put("layer", layers);
        String locals = text.substring(text.indexOf("locals {"), text.indexOf("\n}\n", text.indexOf("locals {")));
        List<MatchResult> assignments = LOCAL.matcher(locals).results().toList();
        for (MatchResult assignment : assignments) {
            values.put("local." + assignment.group(1), value(assignment.group(2)));
        }
    }

    private List<JsonNode> value(String expression) {
        if (expression.equals("jsondecode(file(\"${local.built}/manifest.json\"))")) {
            return List.of(manifest);
        }
        Matcher reference = REFERENCE.matcher(expression);
        // What is computed is only used as a whole.
        return reference.matches() ? follow(reference.toMatchResult()) : List.of();
    }

    private List<JsonNode> follow(MatchResult reference) {
        List<JsonNode> found = values.getOrDefault(reference.group(1), List.of());
        for (String step : reference.group(2).replace("[", ".[").split("\\.(?![\\w.]*])")) {
            if (!step.isEmpty()) {
                found = found.stream().map(node -> step(node, step)).toList();
            }
        }
        return found;
    }

    private JsonNode step(JsonNode node, String step) {
        if (!step.startsWith("[")) {
            return node.path(step);
        }
        String index = step.substring(1, step.length() - 1);
        if (index.matches("[0-9]+")) {
            return node.path(Integer.parseInt(index));
        }
        List<JsonNode> keys = values.getOrDefault(index, List.of());
        return keys.size() == 1 ? node.path(keys.get(0).asText()) : MissingNode.getInstance();
    }

    @Test
    void everyReferenceIntoTheManifestLeadsSomewhere() {
        List<String> followed = new ArrayList<>();
        for (MatchResult reference : REFERENCE.matcher(text).results().toList()) {
            assertThat(follow(reference))
                    .as(reference.group())
                    .allSatisfy(node -> assertThat(node.isMissingNode()).isFalse());
            if (!reference.group(2).isEmpty() && !follow(reference).isEmpty()) {
                followed.add(reference.group());
            }
        }
        assertThat(followed)
                .contains(
                        "local.manifest.runtime",
                        "local.app.path",
                        "local.app.codeSha256",
                        "local.app.handler",
                        "local.app.environment",
                        "local.app.invokeMode",
                        "local.app.webAdapter.layerArns[local.architecture]",
                        "layer.architecture",
                        "each.value.path",
                        "each.value.codeSha256",
                        "each.value.compatibleRuntimes",
                        "each.value.compatibleArchitectures");
    }

    @Test
    void theValuesAreThoseThatAwsTakes() {
        assertThat(values.get("local.architecture"))
                .extracting(JsonNode::asText)
                .containsExactly("arm64");
        Matcher adapter = REFERENCE.matcher("local.app.webAdapter.layerArns[local.architecture]");
        assertThat(adapter.matches()).isTrue();
        assertThat(follow(adapter.toMatchResult()))
                .extracting(JsonNode::asText)
                .allMatch(arn -> arn.contains("${AWS::Region}"));
        assertThat(text).contains("\"$${AWS::Region}\"");
    }

    @Test
    void everyResourceThatIsReferredToIsThere() {
        List<String> declared = Pattern.compile("(?m)^(?:resource|data) \"(\\w+)\" \"(\\w+)\"")
                .matcher(text)
                .results()
                .map(match -> match.group(1) + "." + match.group(2))
                .toList();

        assertThat(Pattern.compile("\\baws_\\w+\\.\\w+")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .isNotEmpty()
                .allSatisfy(used -> assertThat(declared).contains(used));
    }
}
