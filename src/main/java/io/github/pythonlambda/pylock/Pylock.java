package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.SpecifierSet;
import io.github.pythonlambda.packaging.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lock file (PEP 751): all packages that may be installed, with their files and hashes.
 *
 * @param lockVersion the version of the format
 * @param environments where the lock can be used, one of them at least; empty for everywhere
 * @param requiresPython the Python versions it can be used with; {@code null} for all
 * @param extras the extras that can be asked for; {@code null} if the lock is for one use, without a choice
 * @param dependencyGroups the dependency groups that can be asked for; {@code null} as for extras
 * @param defaultGroups the groups that are installed if no other choice is made
 * @param createdBy the tool that made it
 * @param packages the packages
 * @param tool what tools have noted; has no influence on what is installed
 */
public record Pylock(
        Version lockVersion,
        List<Marker> environments,
        @Nullable SpecifierSet requiresPython,
        @Nullable List<ProjectName> extras,
        @Nullable List<String> dependencyGroups,
        List<String> defaultGroups,
        String createdBy,
        List<LockedPackage> packages,
        Map<String, Object> tool) {

    public Pylock {
        environments = List.copyOf(environments);
        extras = extras == null ? null : List.copyOf(extras);
        dependencyGroups = dependencyGroups == null ? null : List.copyOf(dependencyGroups);
        defaultGroups = List.copyOf(defaultGroups);
        packages = List.copyOf(packages);
        tool = Map.copyOf(tool);
    }

    /**
     * Whether the format is of a later version than this code knows, though one that it can read: the lock may have keys
     * that were not looked at, which a user should be told.
     */
    public boolean isNewerThanKnown() {
        return lockVersion.compareTo(LockVersion.NEWEST_KNOWN) > 0;
    }
}
