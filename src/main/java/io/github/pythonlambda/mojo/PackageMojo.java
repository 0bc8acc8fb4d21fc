package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes the app zip, the layer zips and the manifest. It runs by default in the phase {@code process-resources}, so that
 * {@code mvn package} finds fresh zips and so does {@code mvn compile exec:java}, the usual command of a CDK app in Java.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public final class PackageMojo extends AbstractAppMojo {

    /**
     * The name of the app zip, without its ending. With another name than {@code app}, the manifest and the report start
     * with it, too, such as {@code orders-manifest.json}, so that several executions can write to one folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.finalName", defaultValue = AppZip.DEFAULT_NAME)
    private String finalName = AppZip.DEFAULT_NAME;

    /**
     * Whether the zips become artifacts of the project, of type {@code zip} with their name as classifier ({@code app},
     * {@code layer-arm64}), so that they are installed and deployed, and other modules can depend on them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.attach", defaultValue = "true")
    private boolean attach = true;

    @Inject
    private @Nullable MavenProjectHelper projectHelper;

    @Override
    Optional<BuildRequest.App> app(List<Architecture> architectures) throws ProblemException {
        if (finalName.isBlank() || finalName.contains("/") || finalName.contains("\\")) {
            throw new ProblemException(
                    Problem.of("the app zip's name is not a file name")
                            .found("'" + finalName + "'")
                            .remedy(
                                    "correct <finalName> or -Dpython-lambda.finalName; the folder is set by <outputDirectory>"));
        }
        return Optional.of(app(finalName, architectures));
    }

    @Override
    boolean needsLayers() {
        return false;
    }

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
