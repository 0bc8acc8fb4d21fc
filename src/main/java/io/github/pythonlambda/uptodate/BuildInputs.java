package io.github.pythonlambda.uptodate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the result of a build depends on, beside the settings of the goal.
 *
 * @param paths files that were read, folders whose files were looked for, and places where nothing was
 * @param variables SHA-256 of the environment variables that files of the project name; empty for one that is not set
 * @param resolved whether an index was asked, now or earlier, which may answer otherwise another time
 * @param goodUntil when the result is to be made anew even if nothing has changed; {@link Instant#MAX} for never, {@link
 *     Instant#MIN} if it depends on what cannot be seen
 * @param uses what it took of what is kept for many; as long as the result is good they count as used
 */
public record BuildInputs(
        Set<Path> paths, Map<String, String> variables, boolean resolved, Instant goodUntil, List<Path> uses) {

    public BuildInputs {
        paths = new LinkedHashSet<>(paths);
        variables = new LinkedHashMap<>(variables);
        uses = List.copyOf(uses);
    }

    /** These inputs and more. */
    public BuildInputs with(Collection<Path> more, Instant limit) {
        Set<Path> all = new LinkedHashSet<>(paths);
        all.addAll(more);
        return new BuildInputs(all, variables, resolved, limit.isBefore(goodUntil) ? limit : goodUntil, uses);
    }
}
