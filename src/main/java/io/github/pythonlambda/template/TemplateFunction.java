package io.github.pythonlambda.template;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.describe.BuiltPackage;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Target;
import java.util.List;

/**
 * A function of a template.
 *
 * @param built the app and its layers
 * @param app the app
 * @param target what it runs on
 * @param endpoint what makes it reachable
 * @param snapStart whether it starts from a snapshot
 */
record TemplateFunction(BuiltPackage built, BuiltPackage.App app, Target target, Endpoint endpoint, boolean snapStart) {

    /** @throws ProblemException if what was built cannot be deployed as it is asked for */
    static TemplateFunction of(BuiltPackage built, BuiltPackage.App app, Target target, TemplateRequest request)
            throws ProblemException {
        InvokeMode mode = app.settings().invokeMode();
        Endpoint endpoint = request.endpoint().orElse(suitable(app.settings().handler(), mode));
        if (endpoint == Endpoint.HTTP_API && mode == InvokeMode.RESPONSE_STREAM) {
            throw new ProblemException(Problem.of("an HTTP API cannot stream the answers of a function")
                    .at(app.zip())
                    .expected("a function URL, or the invoke mode buffered")
                    .remedy("remove <endpoint> or -Dpython-lambda.endpoint, or build the app without <invokeMode>"));
        }
        if (request.snapStart() && !target.runtime().snapStart()) {
            throw new ProblemException(Problem.of("AWS Lambda has no SnapStart for " + target.runtime())
                    .at(app.zip())
                    .expected("python3.12 or newer, and no preview")
                    .remedy("build for another <runtime>, or remove <snapStart> or -Dpython-lambda.snapStart"));
        }
        return new TemplateFunction(built, app, target, endpoint, request.snapStart());
    }

    private static Endpoint suitable(Handler handler, InvokeMode mode) {
        if (mode == InvokeMode.RESPONSE_STREAM) {
            return Endpoint.FUNCTION_URL;
        }
        return handler instanceof Handler.Program ? Endpoint.HTTP_API : Endpoint.NONE;
    }

    /** The app zip's name without its ending. */
    String name() {
        return app.zip().getFileName().toString().replaceFirst("\\.zip$", "");
    }

    /** Its layers, in the order in which Lambda unpacks them. */
    List<BuiltPackage.Layer> layers() {
        return built.layers().stream()
                .filter(layer -> layer.architecture() == target.architecture())
                .toList();
    }
}
