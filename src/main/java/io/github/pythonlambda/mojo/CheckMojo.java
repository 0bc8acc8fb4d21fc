package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Resolves and checks the layers as {@code layer} does, and writes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractPythonLambdaMojo {

    @Override
    void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException {
        build.check(request);
    }
}
