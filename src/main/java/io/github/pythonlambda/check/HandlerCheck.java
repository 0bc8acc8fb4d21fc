package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.problem.Problem;
import java.util.Collection;
import java.util.List;

/** Rule {@code handler}: the module of a plain Python handler must be in the app or in a layer. */
public final class HandlerCheck {

    private static final Rule RULE = Rule.HANDLER;
    private static final String LAYER_ROOT = "python/";

    private HandlerCheck() {}

    /** @param layerPaths the paths in all layers of the function */
    public static List<Finding> check(AppLayout app, Handler.Function handler, Collection<String> layerPaths) {
        boolean inApp = app.entries().stream().anyMatch(entry -> handler.isModule(entry.path()));
        boolean inLayer = layerPaths.stream()
                .filter(path -> path.startsWith(LAYER_ROOT))
                .anyMatch(path -> handler.isModule(path.substring(LAYER_ROOT.length())));
        if (inApp || inLayer) {
            return List.of();
        }
        return List.of(Finding.error(
                RULE,
                Problem.of("the handler's module does not exist")
                        .at(app.folder())
                        .expected(String.join(" or ", handler.moduleFiles()) + ", in the app's folder or in a layer")
                        .found("handler " + handler.value())
                        .remedy("create the module, or correct <handler> or -Dpython-lambda.handler")));
    }
}
