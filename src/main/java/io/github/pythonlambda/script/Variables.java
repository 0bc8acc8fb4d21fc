package io.github.pythonlambda.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables while a script runs. One that the function's environment does not name is unknown, not empty: the
 * user's template may set it.
 */
final class Variables {

    private final Map<String, Value> values = new HashMap<>();

    /** @param environment what is known of the function's environment */
    Variables(Map<String, String> environment) {
        environment.forEach((name, text) -> values.put(name, new Value(text, Set.of(name))));
    }

    private Variables(Variables original) {
        values.putAll(original.values);
    }

    Variables copy() {
        return new Variables(this);
    }

    Value get(String name) {
        return values.getOrDefault(name, new Value(null, Set.of(name)));
    }

    void set(Command.Assignment assignment) {
        Value value = valueOf(assignment.value(), false);
        values.put(
                assignment.name(), assignment.append() ? get(assignment.name()).plus(value) : value);
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    Value valueOf(Word word) {
        return valueOf(word.parts(), true);
    }

    /** @param splitting whether an unquoted variable may become several words, or none */
    private Value valueOf(List<Word.Part> parts, boolean splitting) {
        Value all = Value.of("");
        for (Word.Part part : parts) {
            all = all.plus(valueOf(part, splitting));
        }
        return all;
    }

    private Value valueOf(Word.Part part, boolean splitting) {
        if (part instanceof Word.Part.Literal literal) {
            return Value.of(literal.text());
        }
        if (!(part instanceof Word.Part.Variable variable)) {
            return Value.UNKNOWN;
        }
        Value value = used(variable);
        boolean maySplit = splitting && !variable.quoted();
        return maySplit && value.text() != null && !value.text().matches("[^\\s*?\\[]+")
                ? new Value(null, value.origins())
                : value;
    }

    private Value used(Word.Part.Variable variable) {
        Value value = get(variable.name());
        if (variable.use() == Word.Use.PLAIN) {
            return value;
        }
        Value alternative = valueOf(variable.alternative(), false);
        if (value.text() == null) {
            // Which of the two it will be is open, but what both may come from is not.
            return new Value(null, value.plus(alternative).origins());
        }
        boolean takesAlternative = value.text().isEmpty() == (variable.use() == Word.Use.UNLESS_EMPTY);
        if (takesAlternative) {
            return alternative;
        }
        return variable.use() == Word.Use.UNLESS_EMPTY ? value : Value.of("");
    }
}
