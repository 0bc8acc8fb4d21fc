package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.BuildResult;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/** What the goals that write zips share. */
abstract class AbstractZipMojo extends AbstractPythonLambdaMojo {

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
    final void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException {
        BuildResult result = build.build(request);
        result.app().ifPresent(app -> finish(app.path(), result));
        result.layers().forEach(layer -> finish(layer.path(), result));
        getLog().info(result.manifest() + state(result.manifest(), result));
    }

    private void finish(Path zip, BuildResult result) {
        getLog().info(zip + state(zip, result));
        if (attach && !isStandalone() && projectHelper != null) {
            String fileName = zip.getFileName().toString();
            String classifier = fileName.substring(0, fileName.lastIndexOf('.'));
            projectHelper.attachArtifact(project(), "zip", classifier, zip.toFile());
        }
    }

    private static String state(Path file, BuildResult result) {
        return result.changed().contains(file) ? "" : " (unchanged)";
    }
}
