package io.github.pythonlambda.mojo;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the app zip, the layer zips and the manifest. It runs by default in the phase {@code process-resources}, so that
 * {@code mvn package} finds fresh zips and so does {@code mvn compile exec:java}, the usual command of a CDK app in Java.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public final class PackageMojo extends AbstractZipMojo {

    /**
     * The folder of the app, whose files go to the app zip.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.appDirectory", defaultValue = "${basedir}/src/app")
    private File appDirectory = new File("src/app");

    /**
     * What Lambda starts: the path of a program in the app's folder that ends in {@code .sh}, for a web app behind the
     * Lambda Web Adapter; or {@code module.function}, for a plain Python handler.
     *
     * <pre>{@code <handler>main.handler</handler>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.handler", defaultValue = Handler.DEFAULT_PROGRAM)
    private @Nullable String handler;

    /**
     * The name of the app zip, without its ending.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.finalName", defaultValue = "app")
    private String finalName = "app";

    /**
     * Patterns of the app's files to package, in Maven's syntax. The default is all files.
     *
     * <pre>{@code
     * <includes>
     *   <include>**&#47;*.py</include>
     *   <include>run.sh</include>
     * </includes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.includes")
    private @Nullable List<String> includes;

    /**
     * Patterns of the app's files to leave out, in Maven's syntax. What tools leave behind is left out always: {@code
     * __pycache__}, {@code .venv}, {@code .git}, {@code .DS_Store} and the like.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.excludes")
    private @Nullable List<String> excludes;

    @Override
    Optional<BuildRequest.App> app() throws ProblemException {
        if (finalName.isBlank() || finalName.contains("/") || finalName.contains("\\")) {
            throw new ProblemException(
                    Problem.of("the app zip's name is not a file name")
                            .found("'" + finalName + "'")
                            .remedy(
                                    "correct <finalName> or -Dpython-lambda.finalName; the folder is set by <outputDirectory>"));
        }
        return Optional.of(new BuildRequest.App(
                resolve(appDirectory),
                Handler.parse(handler),
                includes == null ? List.of() : includes,
                excludes == null ? List.of() : excludes,
                finalName));
    }

    @Override
    boolean needsLayers() {
        return false;
    }
}
