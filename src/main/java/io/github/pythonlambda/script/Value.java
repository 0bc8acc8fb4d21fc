package io.github.pythonlambda.script;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a word becomes when the script runs.
 *
 * @param text the text, or {@code null} if that cannot be told
 * @param origins the variables of the function's environment that went into it
 */
public record Value(@Nullable String text, Set<String> origins) {

    static final Value UNKNOWN = new Value(null, Set.of());

    public Value {
        origins = Set.copyOf(origins);
    }

    static Value of(String text) {
        return new Value(text, Set.of());
    }

    /** The text, if it can be told. */
    public Optional<String> known() {
        return Optional.ofNullable(text);
    }

    public boolean is(String other) {
        return other.equals(text);
    }

    /** This value with another one behind it. */
    Value plus(Value other) {
        Set<String> both = new TreeSet<>(origins);
        both.addAll(other.origins);
        return new Value(text == null || other.text == null ? null : text + other.text, both);
    }
}
