package io.github.pythonlambda.requirements;

import io.github.pythonlambda.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expands <code>${NAME}</code> and remembers which variables that took ({@code expand_env_variables} of pip's {@code req_file.py}). */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?<name>[A-Z0-9_]+)}");

    private final Function<String, @Nullable String> environment;
    private final Map<String, String> seen = new TreeMap<>();

    Variables(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** One that is not set, or empty, stays as it is. */
    Expanded expand(String line) {
        if (!line.contains("${")) {
            return new Expanded(line, Map.of());
        }
        String expanded = line;
        Map<String, String> values = new TreeMap<>();
        Matcher reference = REFERENCE.matcher(line);
        while (reference.find()) {
            String name = reference.group("name");
            String value = seen.computeIfAbsent(name, this::value);
            if (!value.isEmpty()) {
                // In the values of those before it too, as pip does.
                expanded = expanded.replace(reference.group(), value);
                values.put(name, value);
            }
        }
        return new Expanded(expanded, values);
    }

    private String value(String name) {
        String value = environment.apply(name);
        return value == null ? "" : value;
    }

    /** All that were named so far, by name. */
    List<UsedVariable> used() {
        return seen.entrySet().stream()
                .map(variable -> new UsedVariable(
                        variable.getKey(),
                        Optional.of(variable.getValue())
                                .filter(value -> !value.isEmpty())
                                .map(value -> Sha256.of(value.getBytes(StandardCharsets.UTF_8)))))
                .toList();
    }
}
