package io.github.pythonlambda.template;

import io.github.pythonlambda.json.JsonWriter;
import java.util.regex.Pattern;

/**
 * Writes YAML in block style, with the same bytes on every machine. A text is quoted unless it is certain that no reader
 * takes it for something else: YAML 1.1, which CloudFormation reads, knows more numbers and truth values than 1.2.
 */
final class YamlWriter {

    private static final int INDENT = 2;
    /** Starts with a letter, a slash, an underscore or a dollar sign and a brace, and has nothing that YAML gives a meaning to. */
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z/_]|\\$\\{)(?:[\\w/.$+{}-]|:(?=[\\w$/:]))*");

    private static final Pattern WORD_WITH_A_MEANING =
            Pattern.compile("y|n|yes|no|on|off|true|false|null", Pattern.CASE_INSENSITIVE);

    private final StringBuilder out = new StringBuilder();

    /** Writes a document that is a mapping. */
    static String write(YamlNode.Mapping root) {
        YamlWriter writer = new YamlWriter();
        writer.mapping(root, 0, false);
        return writer.out.toString();
    }

    /** @param inLine whether the first key stands on a line that has begun already */
    private void mapping(YamlNode.Mapping mapping, int indent, boolean inLine) {
        boolean begun = inLine;
        for (YamlNode.Entry entry : mapping.entries()) {
            for (String line : entry.comment()) {
                indent(begun ? 0 : indent);
                out.append("# ").append(line).append('\n');
                begun = false;
            }
            indent(begun ? 0 : indent);
            out.append(quoted(entry.key())).append(':');
            value(entry.value(), indent);
            begun = false;
        }
    }

    private void value(YamlNode value, int indent) {
        if (value instanceof YamlNode.Scalar scalar) {
            out.append(' ').append(text(scalar)).append('\n');
        } else if (value instanceof YamlNode.Mapping mapping) {
            if (mapping.isEmpty()) {
                out.append(" {}\n");
            } else {
                out.append('\n');
                mapping(mapping, indent + INDENT, false);
            }
        } else if (value instanceof YamlNode.Sequence sequence) {
            out.append('\n');
            sequence(sequence, indent + INDENT);
        }
    }

    private void sequence(YamlNode.Sequence sequence, int indent) {
        for (YamlNode item : sequence.items()) {
            indent(indent);
            out.append('-');
            if (item instanceof YamlNode.Mapping mapping) {
                out.append(' ');
                mapping(mapping, indent + INDENT, true);
            } else {
                value(item, indent);
            }
        }
    }

    private void indent(int spaces) {
        out.append(" ".repeat(spaces));
    }

    private static String text(YamlNode.Scalar scalar) {
        String text = scalar.quotable() ? quoted(scalar.text()) : scalar.text();
        return scalar.tag().isEmpty() ? text : scalar.tag() + " " + text;
    }

    /** What JSON quotes is quoted in YAML. */
    private static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !WORD_WITH_A_MEANING.matcher(text).matches();
        return plain ? text : JsonWriter.line(text);
    }
}
