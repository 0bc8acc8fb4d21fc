package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.build.ResolvedTarget;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Resolves the requirements of all layers for the function's runtime and architecture, fetches the wheels and lists them.
 * Nothing is written to the project; afterwards the other goals work offline.
 *
 * @since 0.1.0
 */
@Mojo(name = "resolve", requiresProject = false, threadSafe = true)
public final class ResolveMojo extends AbstractLayerMojo {

    @Override
    void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException {
        for (ResolvedTarget resolved : build.resolve(request)) {
            for (Map.Entry<String, List<ResolvedWheel>> layer :
                    resolved.resolution().wheels().entrySet()) {
                getLog().info("Layer %s for %s:".formatted(layer.getKey(), resolved.target()));
                layer.getValue()
                        .forEach(wheel -> getLog().info("  %s %s (%s)"
                                .formatted(wheel.name(), wheel.file().version(), wheel.file())));
            }
        }
    }
}
