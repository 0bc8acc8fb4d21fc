package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.util.Map;

/**
 * The wheels for one target, all of them on this machine.
 *
 * @param target the machine they are for
 * @param resolution the wheels by layer
 * @param files where each wheel is
 */
public record ResolvedTarget(Target target, Resolution resolution, Map<Sha256, Path> files) {
    public ResolvedTarget {
        files = Map.copyOf(files);
    }
}
