package io.github.pythonlambda.build;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.pylock.LockedPackage;
import io.github.pythonlambda.pylock.Pylock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is different between two locks, in the way in which people ask for it. */
final class LockChanges {

    private LockChanges() {}

    /**
     * Compares locks.
     *
     * @param before the lock that was there, if there was one; without it nothing is called a change
     * @return {@code added x 1.0}, {@code removed x 1.0} and {@code x 1.0 -> 1.1}, by project
     */
    static List<String> between(Optional<Pylock> before, Pylock after) {
        if (before.isEmpty()) {
            return List.of();
        }
        Map<ProjectName, String> old = versions(before.get());
        Map<ProjectName, String> now = versions(after);
        TreeSet<ProjectName> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (ProjectName name : all) {
            String was = old.get(name);
            String is = now.get(name);
            if (was == null) {
                changes.add("added %s %s".formatted(name, is));
            } else if (is == null) {
                changes.add("removed %s %s".formatted(name, was));
            } else if (!was.equals(is)) {
                changes.add("%s %s -> %s".formatted(name, was, is));
            }
        }
        return changes;
    }

    /** A project with several entries has several versions. */
    private static Map<ProjectName, String> versions(Pylock lock) {
        Map<ProjectName, String> versions = new TreeMap<>();
        for (LockedPackage locked : lock.packages()) {
            versions.merge(locked.name(), String.valueOf(locked.version()), (one, other) -> one + ", " + other);
        }
        return versions;
    }
}
