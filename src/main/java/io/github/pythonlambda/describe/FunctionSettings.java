package io.github.pythonlambda.describe;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.WebAdapter;
import io.github.pythonlambda.target.WebAdapterChoice;
import io.github.pythonlambda.target.WebAdapterTable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a function has to be configured with so that its zips work.
 *
 * @param handler what Lambda starts
 * @param invokeMode how its answers reach the caller
 * @param webAdapter the adapter's layer; empty for a plain handler
 */
public record FunctionSettings(Handler handler, InvokeMode invokeMode, Optional<WebAdapter> webAdapter) {

    private static final String LAYER_PACKAGES = "/opt/python";
    private static final String PORT = "8000";

    /**
     * Settings for a handler.
     *
     * @param choice the web adapter's layer, if the handler needs one
     * @param architectures what is built for
     * @throws ProblemException if there is no such layer, or a plain handler is to stream: of AWS's own runtimes only those
     *     for Node.js can (Lambda Developer Guide, Response streaming)
     */
    public static FunctionSettings of(
            Handler handler, InvokeMode invokeMode, WebAdapterChoice choice, Collection<Architecture> architectures)
            throws ProblemException {
        if (handler instanceof Handler.Program) {
            WebAdapter adapter = WebAdapterTable.load().find(choice, architectures);
            return new FunctionSettings(handler, invokeMode, Optional.of(adapter));
        }
        if (invokeMode == InvokeMode.RESPONSE_STREAM) {
            throw new ProblemException(Problem.of("a plain Python handler cannot stream its answers")
                    .expected("a web app behind the Lambda Web Adapter, which can")
                    .found("handler %s and invoke mode %s".formatted(handler.value(), invokeMode.adapterValue()))
                    .remedy("remove <invokeMode> or -Dpython-lambda.invokeMode, or name a program ending in .sh by"
                            + " <handler>"));
        }
        return new FunctionSettings(handler, invokeMode, Optional.empty());
    }

    /**
     * The environment variables that the function needs. For a program, what the Lambda Web Adapter needs, and the path to
     * the layers' packages, since the managed runtime, which sets it otherwise, is never started. For a plain handler none:
     * a {@code PYTHONPATH} of one's own takes the layers off the runtime's path.
     */
    public SortedMap<String, String> environment(LambdaRuntime runtime) {
        SortedMap<String, String> environment = new TreeMap<>();
        if (handler instanceof Handler.Program) {
            boolean sdkOnPath = runtime.sdkDirectory().contains("site-packages");
            environment.putAll(Map.of(
                    "AWS_LAMBDA_EXEC_WRAPPER",
                    "/opt/bootstrap",
                    "PORT",
                    PORT,
                    "PYTHONPATH",
                    sdkOnPath ? LAYER_PACKAGES : LAYER_PACKAGES + ":" + runtime.sdkDirectory()));
            if (invokeMode == InvokeMode.RESPONSE_STREAM) {
                environment.put("AWS_LWA_INVOKE_MODE", invokeMode.adapterValue());
            }
        }
        return environment;
    }
}
