package io.github.pythonlambda.build;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pins of a lock may move. All others are kept as far as the requirements allow.
 *
 * @param all whether every pin may
 * @param names the projects whose pins may
 */
public record Upgrade(boolean all, Set<ProjectName> names) {

    private static final String ALL = "all";

    public Upgrade {
        names = Set.copyOf(names);
    }

    /** Reads the user's choice: {@code all}, or project names with commas; nothing for no pin. */
    public static Upgrade parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Upgrade(false, Set.of());
        }
        if (text.strip().equals(ALL)) {
            return new Upgrade(true, Set.of());
        }
        return new Upgrade(
                false,
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(ProjectName::new)
                        .collect(Collectors.toSet()));
    }

    /** The pins that stay. */
    Map<ProjectName, Version> keep(Map<ProjectName, Version> pins) {
        Map<ProjectName, Version> kept = new TreeMap<>(all ? Map.of() : pins);
        kept.keySet().removeAll(names);
        return kept;
    }
}
