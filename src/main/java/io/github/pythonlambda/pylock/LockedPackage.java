package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.SpecifierSet;
import io.github.pythonlambda.packaging.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a lock. A project can have several, of which one at most may apply in an environment.
 *
 * @param name the project
 * @param version its version; {@code null} where the source does not settle it
 * @param marker where the entry applies; {@code null} for everywhere
 * @param requiresPython the Python versions it is for; {@code null} for all
 * @param dependencies the keys of the entries it needs; for readers only
 * @param index the index that its files were found in
 * @param source what it can be installed from
 * @param attestationIdentities who vouches for its files, as the lock has it
 * @param tool what tools have noted about it; has no influence on what is installed
 */
public record LockedPackage(
        ProjectName name,
        @Nullable Version version,
        @Nullable Marker marker,
        @Nullable SpecifierSet requiresPython,
        List<Map<String, Object>> dependencies,
        @Nullable String index,
        LockedSource source,
        List<Map<String, Object>> attestationIdentities,
        Map<String, Object> tool) {

    public LockedPackage {
        dependencies = List.copyOf(dependencies);
        attestationIdentities = List.copyOf(attestationIdentities);
        tool = Map.copyOf(tool);
    }

    /** An entry with what it takes to be installed, and no more. */
    public static LockedPackage of(ProjectName name, @Nullable Version version, LockedSource source) {
        return new LockedPackage(name, version, null, null, List.of(), null, source, List.of(), Map.of());
    }

    /** Name and version, as messages show it. */
    @Override
    public String toString() {
        return version == null ? name.toString() : name + " " + version;
    }
}
