package io.github.pythonlambda.requirements;

import java.util.Map;

/**
 * A line with the values of its variables.
 *
 * @param values of the variables that have one, by name
 */
record Expanded(String text, Map<String, String> values) {

    /** Undoes the expansion in a part of the text. */
    String withNamesForValues(String part) {
        String undone = part;
        for (Map.Entry<String, String> variable : values.entrySet()) {
            undone = undone.replace(variable.getValue(), "${" + variable.getKey() + "}");
        }
        return undone;
    }
}
