package io.github.pythonlambda.mojo;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.template.Endpoint;
import io.github.pythonlambda.template.TemplateRequest;
import io.github.pythonlambda.template.TemplateStep;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a SAM template that deploys what {@code package} or {@code layer} built: layers, functions with what they need to
 * start, and an HTTP API or a function URL. All functions whose manifests are in the output folder go into it.
 *
 * @since 0.1.0
 */
@Mojo(name = "template", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
public final class TemplateMojo extends AbstractProjectMojo {

    /**
     * Where the template goes. Its paths to the zips count from there. The default is {@code template.yaml} beside the zips.
     * A template that was changed by hand is not written over.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.templateFile")
    private @Nullable File templateFile;

    /**
     * The architecture of the functions, one of those that were built for. The default is the first of them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.architecture")
    private @Nullable String architecture;

    /**
     * What makes the functions reachable: {@code http-api}, {@code function-url} or {@code none}. The default is what suits
     * each function: an HTTP API for a web app, a function URL for one that streams, nothing for a plain handler.
     *
     * <pre>{@code <endpoint>function-url</endpoint>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.endpoint")
    private @Nullable String endpoint;

    /**
     * Whether the functions start from snapshots (SnapStart), which runtimes from {@code python3.12} on can. AWS charges
     * for snapshots of Python functions.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.snapStart", defaultValue = "false")
    private boolean snapStart;

    @Override
    void run() throws ProblemException, IOException {
        LambdaCatalog catalog = LambdaCatalog.load();
        Path file = templateFile == null ? outputDirectory().resolve("template.yaml") : resolve(templateFile);
        Optional<Architecture> wanted = architecture == null || architecture.isBlank()
                ? Optional.empty()
                : Optional.of(catalog.architecture(architecture));
        boolean changed = new TemplateStep(catalog)
                .run(new TemplateRequest(outputDirectory(), file, wanted, Endpoint.parse(endpoint), snapStart));
        getLog().info(file + (changed ? "" : " (unchanged)"));
    }
}
