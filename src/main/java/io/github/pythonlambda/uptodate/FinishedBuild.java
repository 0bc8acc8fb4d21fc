package io.github.pythonlambda.uptodate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A build that need not run again.
 *
 * @param files what it left, in the order in which it told them
 * @param restored those of the files that were not there any more, and are again
 * @param warnings what it warned of, which still holds
 */
public record FinishedBuild(List<OutputFile> files, Set<Path> restored, List<String> warnings) {
    public FinishedBuild {
        files = List.copyOf(files);
        restored = Set.copyOf(restored);
        warnings = List.copyOf(warnings);
    }
}
