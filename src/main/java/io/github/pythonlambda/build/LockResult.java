package io.github.pythonlambda.build;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of locking.
 *
 * @param file the lock
 * @param written whether its bytes are new
 * @param packages how many packages it has
 * @param changes a line for each package that came, went or has another version
 */
public record LockResult(Path file, boolean written, int packages, List<String> changes) {
    public LockResult {
        changes = List.copyOf(changes);
    }
}
