package io.github.pythonlambda.describe;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The environment variables that a function needs so that its zips work. */
public final class FunctionEnvironment {

    private static final String LAYER_PACKAGES = "/opt/python";
    private static final String PORT = "8000";

    private FunctionEnvironment() {}

    /**
     * For a program, what the Lambda Web Adapter needs, and the path to the layers' packages, since the managed runtime,
     * which sets it otherwise, is never started. For a plain handler nothing: a {@code PYTHONPATH} of one's own takes
     * the layers off the runtime's path.
     */
    public static SortedMap<String, String> of(Handler handler, LambdaRuntime runtime) {
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
        }
        return environment;
    }
}
