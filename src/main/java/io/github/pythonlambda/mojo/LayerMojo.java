package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes the layer zips and the manifest, without an app.
 *
 * @since 0.1.0
 */
@Mojo(name = "layer", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public final class LayerMojo extends AbstractLayerMojo {

    /**
     * Whether the zips become artifacts of the project, of type {@code zip} with their name as classifier ({@code
     * layer-arm64}), so that they are installed and deployed, and other modules can depend on them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.attach", defaultValue = "true")
    private boolean attach = true;

    @Inject
    private @Nullable MavenProjectHelper projectHelper;

    private @Nullable ZipBuild zips;

    @Override
    boolean isUpToDate() {
        ZipBuild earlier = zipBuild(attacher(attach, projectHelper));
        zips = earlier;
        return isUpToDate(earlier);
    }

    @Override
    boolean asksPip() {
        return required(zips).isFirst();
    }

    @Override
    void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException {
        finish(required(zips), request, build.build(request));
    }
}
