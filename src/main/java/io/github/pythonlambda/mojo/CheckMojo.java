package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Resolves and checks all that {@code package} would write, and writes nothing but a report, if one
 * is asked for. A project without the folder
 * {@code src/app} is checked as {@code layer} does.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractAppMojo {

    /**
     * Where what was found is written as JSON, as the other goals write it to {@code report.json}. The default is nowhere.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.reportFile")
    private @Nullable File reportFile;

    @Override
    Optional<BuildRequest.App> app(List<Architecture> architectures) throws ProblemException {
        return hasAppDirectory() ? Optional.of(app(AppZip.DEFAULT_NAME, architectures)) : Optional.empty();
    }

    @Override
    boolean needsLayers() {
        return !hasAppDirectory();
    }

    @Override
    void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException {
        build.check(request, Optional.ofNullable(reportFile).map(this::resolve));
    }
}
