package io.github.pythonlambda.index;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables of whoever runs the build. Values may be secrets and are not shown.
 *
 * @param variables by name
 */
public record UserEnvironment(Map<String, String> variables) {

    /** No variable is set. */
    public static final UserEnvironment EMPTY = new UserEnvironment(Map.of());

    public UserEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The first of some variables that is set and not blank. */
    Optional<String> first(String... names) {
        for (String name : names) {
            String value = variables.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "UserEnvironment" + new TreeMap<>(variables).keySet();
    }
}
