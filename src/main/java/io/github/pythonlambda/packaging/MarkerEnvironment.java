package io.github.pythonlambda.packaging;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where markers are evaluated.
 *
 * @param values the eleven variables of PEP 508 by name, such as {@code python_version}
 * @param extras the extras that are asked for, normalised; the {@code extras} of PEP 751, and each in turn the
 *     {@code extra} of PEP 508
 * @param dependencyGroups the dependency groups that are asked for, normalised ({@code dependency_groups}, PEP 751)
 */
public record MarkerEnvironment(Map<String, String> values, Set<String> extras, Set<String> dependencyGroups) {

    static final String EXTRA = "extra";
    static final Set<String> SETS = Set.of("extras", "dependency_groups");
    /** The variables that are compared with names. */
    static final Set<String> NAMES = Set.of(EXTRA, "extras", "dependency_groups");

    private static final Set<String> VARIABLES = Set.of(
            "implementation_name",
            "implementation_version",
            "os_name",
            "platform_machine",
            "platform_python_implementation",
            "platform_release",
            "platform_system",
            "platform_version",
            "python_full_version",
            "python_version",
            "sys_platform");

    /** The names of PEP 345 and of early setuptools. */
    private static final Map<String, String> OLD_NAMES = Map.of(
            "os.name", "os_name",
            "platform.machine", "platform_machine",
            "platform.python_implementation", "platform_python_implementation",
            "platform.version", "platform_version",
            "python_implementation", "platform_python_implementation",
            "sys.platform", "sys_platform");

    private static final String FULL_VERSION = "python_full_version";

    /** @throws IllegalArgumentException if a variable is missing */
    public MarkerEnvironment {
        if (!values.keySet().containsAll(VARIABLES)) {
            throw new IllegalArgumentException("not all of " + new TreeSet<>(VARIABLES) + ": " + values.keySet());
        }
        values = repaired(values);
        extras = normalised(extras);
        dependencyGroups = normalised(dependencyGroups);
    }

    /** An environment in which no extra and no group is asked for. */
    public static MarkerEnvironment of(Map<String, String> values) {
        return new MarkerEnvironment(values, Set.of(), Set.of());
    }

    /** The same environment with other extras. */
    public MarkerEnvironment withExtras(Set<String> others) {
        return new MarkerEnvironment(values, others, dependencyGroups);
    }

    /** An interpreter built from a working copy says 3.13.0+, which PEP 440 does not allow. */
    private static Map<String, String> repaired(Map<String, String> values) {
        Map<String, String> repaired = new TreeMap<>(values);
        repaired.computeIfPresent(FULL_VERSION, (name, version) -> version.endsWith("+") ? version + "local" : version);
        return Map.copyOf(repaired);
    }

    private static Set<String> normalised(Collection<String> names) {
        Set<String> normalised = new TreeSet<>();
        names.forEach(name -> normalised.add(new ProjectName(name).canonical()));
        return Set.copyOf(normalised);
    }

    /** Today's name of a variable; empty if there is none of the name. */
    static Optional<String> variable(String name) {
        String current = OLD_NAMES.getOrDefault(name, name);
        return VARIABLES.contains(current) || NAMES.contains(current) ? Optional.of(current) : Optional.empty();
    }

    String value(String variable, String extra) {
        return variable.equals(EXTRA) ? extra : values.getOrDefault(variable, "");
    }

    Set<String> set(String variable) {
        return variable.equals("extras") ? extras : dependencyGroups;
    }

    /** A variable's value as a message shows it. */
    String describe(String variable) {
        if (VARIABLES.contains(variable)) {
            String value = value(variable, "");
            return value.isEmpty() ? "empty" : value;
        }
        Set<String> set = variable.equals("dependency_groups") ? dependencyGroups : extras;
        return set.isEmpty() ? "none" : String.join(", ", new TreeSet<>(set));
    }
}
