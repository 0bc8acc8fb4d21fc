package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The wheels for one target, all of them on this machine.
 *
 * @param target the machine they are for
 * @param resolution the wheels by layer
 * @param files where each wheel is
 * @param goodUntil when to resolve anew even if nothing has changed; {@link Instant#MAX} for never, {@link Instant#MIN}
 *     for the next time already
 */
public record ResolvedTarget(Target target, Resolution resolution, Map<Sha256, Path> files, Instant goodUntil) {
    public ResolvedTarget {
        files = Map.copyOf(files);
    }

    /** The wheels of all layers. */
    List<ResolvedWheel> wheels() {
        return resolution.all();
    }

    /** The same wheels in other layers. */
    ResolvedTarget splitBy(LayerSplit split) {
        return new ResolvedTarget(target, split.apply(resolution), files, goodUntil);
    }
}
