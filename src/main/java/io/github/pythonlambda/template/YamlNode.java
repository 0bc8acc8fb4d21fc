package io.github.pythonlambda.template;

import java.util.List;
import java.util.stream.Stream;

/** A node of a YAML document, as far as templates need one. */
sealed interface YamlNode {

    /**
     * A value.
     *
     * @param tag such as {@code !Ref}; empty for none
     * @param text the value
     * @param quotable whether it is a text, which has to stay one; a number or truth value is none
     */
    record Scalar(String tag, String text, boolean quotable) implements YamlNode {}

    record Sequence(List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** Whether there is nothing in it. */
        boolean isEmpty() {
            return entries.isEmpty();
        }
    }

    /**
     * A member of a mapping.
     *
     * @param comment lines above it, without {@code #}
     */
    record Entry(List<String> comment, String key, YamlNode value) {
        public Entry {
            comment = List.copyOf(comment);
        }
    }

    static YamlNode text(String text) {
        return new Scalar("", text, true);
    }

    static YamlNode number(int number) {
        return new Scalar("", Integer.toString(number), false);
    }

    static YamlNode truth(boolean value) {
        return new Scalar("", Boolean.toString(value), false);
    }

    /** Another resource or a parameter of the template. */
    static YamlNode ref(String name) {
        return new Scalar("!Ref", name, true);
    }

    /** A text in which <code>${...}</code> is replaced. */
    static YamlNode sub(String text) {
        return new Scalar("!Sub", text, true);
    }

    /** An attribute of a resource, such as {@code Api.Arn}. */
    static YamlNode getAtt(String attribute) {
        return new Scalar("!GetAtt", attribute, true);
    }

    static YamlNode texts(Stream<String> texts) {
        return new Sequence(texts.map(YamlNode::text).toList());
    }
}
