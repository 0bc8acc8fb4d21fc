package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a lock's optional parts to install.
 *
 * @param extras the extras
 * @param dependencyGroups the dependency groups; {@code null} for those that the lock names as its default
 */
public record LockChoice(Set<ProjectName> extras, @Nullable Set<ProjectName> dependencyGroups) {

    /** What a lock installs if nothing is asked for. */
    public static final LockChoice DEFAULT = new LockChoice(Set.of(), null);

    public LockChoice {
        extras = Set.copyOf(extras);
        dependencyGroups = dependencyGroups == null ? null : Set.copyOf(dependencyGroups);
    }
}
