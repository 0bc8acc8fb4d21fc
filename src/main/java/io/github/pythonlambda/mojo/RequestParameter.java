package io.github.pythonlambda.mojo;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.verify.HttpCheck;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A request of {@code <requests>}. */
public final class RequestParameter {

    @Parameter
    private @Nullable String path;

    @Parameter
    private int status = HttpURLConnection.HTTP_OK;

    @Parameter
    private @Nullable String text;

    HttpCheck check() throws ProblemException {
        if (path == null || !VerifyMojo.isPath(path)) {
            throw new ProblemException(Problem.of("a request of <requests> has no path")
                    .expected("<path> with a path, and its query if need be, such as /health?deep=1")
                    .found(String.valueOf(path))
                    .remedy("correct <requests>"));
        }
        return new HttpCheck(path, status, Optional.ofNullable(text));
    }
}
