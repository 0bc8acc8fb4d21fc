package io.github.pythonlambda.pylock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of one version in an index. There is an sdist or at least one wheel.
 *
 * @param sdist the source distribution, if any
 * @param wheels the wheels, in the order of the lock file
 */
public record Distributions(@Nullable LockedSdist sdist, List<LockedWheel> wheels) implements LockedSource {

    /** @throws IllegalArgumentException if there is no file at all */
    public Distributions {
        wheels = List.copyOf(wheels);
        if (sdist == null && wheels.isEmpty()) {
            throw new IllegalArgumentException("neither sdist nor wheels");
        }
    }
}
