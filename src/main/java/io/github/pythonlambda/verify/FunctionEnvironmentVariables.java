package io.github.pythonlambda.verify;

import io.github.pythonlambda.target.LambdaRuntime;
import java.util.Map;
import java.util.TreeMap;

/** The environment of a program on Lambda: what Lambda sets itself, and what the function's configuration adds. */
final class FunctionEnvironmentVariables {

    private static final String FUNCTION = "verify";

    private FunctionEnvironmentVariables() {}

    /**
     * All variables.
     *
     * <p>Of {@code LD_LIBRARY_PATH}, the system's own folders are left out. They are looked at anyway, and before them an
     * interpreter of this host has to find its own libraries.
     *
     * @param handler the function's handler
     * @param configured the variables of the function's configuration
     */
    static Map<String, String> of(
            FunctionPlace place, LambdaRuntime runtime, String handler, Map<String, String> configured) {
        Map<String, String> variables = new TreeMap<>();
        String lang = place.lang();
        String task = place.task();
        variables.put("PATH", lang + "/bin:/usr/local/bin:/usr/bin/:/bin:" + place.opt() + "/bin");
        variables.put(
                "LD_LIBRARY_PATH",
                String.join(
                        ":",
                        lang + "/lib",
                        place.runtime(),
                        place.runtime() + "/lib",
                        task,
                        task + "/lib",
                        place.opt() + "/lib"));
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("LAMBDA_TASK_ROOT", task);
        variables.put("LAMBDA_RUNTIME_DIR", place.runtime());
        variables.put("_HANDLER", handler);
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + runtime.id());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", FUNCTION);
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + FUNCTION);
        // Not those of anybody: nothing that is verified is to reach an account.
        variables.put("AWS_ACCESS_KEY_ID", "none");
        variables.put("AWS_SECRET_ACCESS_KEY", "none");
        variables.put("AWS_SESSION_TOKEN", "none");
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        if (!place.real()) {
            variables.put("TMPDIR", place.tmp());
            // The modes of folders do not keep root from writing there, and on Lambda nobody can.
            variables.put("PYTHONDONTWRITEBYTECODE", "1");
        }
        configured.forEach((name, value) -> variables.put(name, place.translate(value)));
        return variables;
    }
}
