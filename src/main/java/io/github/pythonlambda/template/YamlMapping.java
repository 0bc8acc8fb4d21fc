package io.github.pythonlambda.template;

import java.util.ArrayList;
import java.util.List;

/** Collects the members of a mapping, in the order in which they are to be written. */
final class YamlMapping {

    private final List<YamlNode.Entry> entries = new ArrayList<>();

    YamlMapping put(String key, YamlNode value) {
        entries.add(new YamlNode.Entry(List.of(), key, value));
        return this;
    }

    YamlMapping put(String key, String value) {
        return put(key, YamlNode.text(value));
    }

    YamlMapping put(String key, YamlMapping value) {
        return put(key, value.node());
    }

    /** Adds a member with a comment above it. */
    YamlMapping put(List<String> comment, String key, YamlMapping value) {
        entries.add(new YamlNode.Entry(comment, key, value.node()));
        return this;
    }

    YamlNode.Mapping node() {
        return new YamlNode.Mapping(entries);
    }
}
