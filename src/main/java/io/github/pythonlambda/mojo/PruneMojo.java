package io.github.pythonlambda.mojo;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.cache.PruneResult;
import io.github.pythonlambda.cache.Pruning;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes what no build has used for a while from {@code .cache/python-lambda} in the local repository: wheels, what was built
 * or read or compiled of them, resolutions, outputs that are kept for {@code mvn clean}, and interpreters of other versions of
 * this plugin. It waits for builds that are running, and builds that start meanwhile wait for it. What is needed again is
 * fetched or made again.
 *
 * @since 0.1.0
 */
@Mojo(name = "prune", requiresProject = false, aggregator = true, threadSafe = true)
public final class PruneMojo extends AbstractPythonLambdaMojo {

    /**
     * How long something must not have been used to be removed: a number with {@code d}, {@code h} or {@code m}. Uses are noted
     * once a day, so it may stay a day longer. {@code 0} removes everything, this version's interpreters included.
     *
     * <pre>{@code <unusedFor>90d</unusedFor>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.unusedFor", defaultValue = "30d")
    private String unusedFor = "30d";

    /**
     * Whether to tell only what would be removed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    void run() throws ProblemException, IOException {
        Duration time = DurationText.parse(unusedFor, "unusedFor");
        Path folder = cache().root();
        Pruning pruning = new Pruning(cache(), () -> getLog().info("Waiting for other builds that use " + folder));
        PruneResult result = dryRun ? pruning.dryRun(time) : pruning.run(time);
        String what = time.isZero() ? "everything" : "what no build has used for " + unusedFor.strip();
        getLog().info("%s %s from %s".formatted(dryRun ? "Would remove" : "Removed", what, folder));
        for (PruneResult.Part part : result.parts()) {
            if (part.items() > 0 || part.bytes() > 0) {
                getLog().info("  %s: %d of %d, %s of %s"
                        .formatted(
                                part.name(),
                                part.removedItems(),
                                part.items(),
                                ByteSize.format(part.removedBytes()),
                                ByteSize.format(part.bytes())));
            }
        }
        getLog().info("%s %s; %s are left"
                .formatted(
                        dryRun ? "That would free" : "Freed",
                        ByteSize.format(result.freed()),
                        ByteSize.format(result.left())));
        result.unknown().forEach(path -> getLog().warn("Left alone, since it is not this plugin's: " + path));
        result.failures().forEach(failure -> getLog().warn("Cannot be removed: " + failure));
    }
}
