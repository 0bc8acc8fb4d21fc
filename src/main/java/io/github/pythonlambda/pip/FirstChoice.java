package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what the newest release of an asking package lacks from what only older ones lack. pip falls back to older
 * releases one after the other, and each may fail for another reason; whoever puts the first one right gets the newest release,
 * and needs no other.
 */
final class FirstChoice {

    /** For each way from a line to an asking package, the newest release of that package. */
    private final Map<List<String>, Version> newest = new HashMap<>();

    FirstChoice(List<PipRecord.Missing> all) {
        for (PipRecord.Missing one : all) {
            asker(one).ifPresent(version -> newest.merge(way(one), version, FirstChoice::newer));
        }
    }

    /** Whether one of some wishes is that of a line, or of the newest release that asks. */
    boolean isAmong(List<PipRecord.Missing> same) {
        return same.stream()
                .anyMatch(one -> asker(one)
                        .map(version -> version.equals(newest.get(way(one))))
                        .orElse(true));
    }

    private static List<String> way(PipRecord.Missing missing) {
        List<String> way = new ArrayList<>(
                missing.parents().stream().map(PipRecord.Parent::name).toList());
        way.add(missing.from());
        return way;
    }

    /** The release that asks; empty if it is a line, or a package whose release is not known. */
    private static Optional<Version> asker(PipRecord.Missing missing) {
        if (missing.parents().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Version.parse(missing.parents().get(0).version()));
        } catch (PackagingSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Version newer(Version one, Version other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
