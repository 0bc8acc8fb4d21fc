package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.build.LockResult;
import io.github.pythonlambda.build.Upgrade;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the requirements of all layers for all architectures and writes {@code pylock.toml}, from which the other goals
 * then build. Pins of a lock that is there already are kept as far as the requirements allow.
 *
 * @since 0.1.0
 */
@Mojo(name = "lock", requiresProject = false, threadSafe = true)
public final class LockMojo extends AbstractLayerMojo {

    /**
     * The pins that may move to newer releases: {@code all}, or names of packages with commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.upgrade")
    private @Nullable String upgrade;

    @Override
    boolean asksPip() {
        return true;
    }

    @Override
    void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException {
        LockResult result = build.lock(request, Upgrade.parse(upgrade));
        result.changes().forEach(change -> getLog().info("  " + change));
        getLog().info("%s: %d packages%s"
                .formatted(result.file(), result.packages(), result.written() ? "" : " (unchanged)"));
    }
}
