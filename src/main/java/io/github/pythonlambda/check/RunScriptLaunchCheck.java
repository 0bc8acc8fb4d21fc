package io.github.pythonlambda.check;

import io.github.pythonlambda.script.Program;
import io.github.pythonlambda.script.ServerCall;
import io.github.pythonlambda.script.ShellScript;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules for what a script starts: {@code run-script-program}, {@code run-script-app}, {@code run-script-port},
 * {@code run-script-pythonpath} and {@code run-script-exec}. A script that cannot be followed for certain is left alone.
 */
public final class RunScriptLaunchCheck {

    private final LambdaRuntime runtime;
    private final Map<String, String> functionEnvironment;
    private final RuntimeModules runtimeModules = RuntimeModules.load();

    /** @param functionEnvironment the variables that the manifest tells to set */
    public RunScriptLaunchCheck(LambdaRuntime runtime, Map<String, String> functionEnvironment) {
        this.runtime = runtime;
        this.functionEnvironment = Map.copyOf(functionEnvironment);
    }

    /** What Lambda sets by itself, as far as scripts use it. */
    private static Map<String, String> lambdaEnvironment() {
        return Map.of(
                "PATH",
                "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
                "LAMBDA_TASK_ROOT",
                "/var/task",
                "LAMBDA_RUNTIME_DIR",
                "/var/runtime");
    }

    /** Reads what the script starts. */
    public ShellScript.Reading read(StartScript script) {
        Map<String, String> environment = new HashMap<>(lambdaEnvironment());
        environment.putAll(functionEnvironment);
        return script.script().read(environment, script.folder());
    }

    /**
     * Checks what a script starts.
     *
     * @throws IOException if a file of the app cannot be read
     */
    public List<Finding> check(StartScript script, FunctionFiles files) throws IOException {
        if (!(read(script) instanceof ShellScript.Reading.Started reading)) {
            return List.of();
        }
        Optional<Program> program = Program.of(reading.launch());
        if (program.isEmpty()) {
            return List.of();
        }
        StartedProgram started = new StartedProgram(
                script,
                reading.launch(),
                program.get(),
                ServerCall.of(reading.launch()),
                files,
                functionEnvironment,
                runtime);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new ScriptProgramCheck(runtimeModules).check(started));
        findings.addAll(new ScriptAppCheck(runtimeModules).check(started));
        findings.addAll(ScriptPortCheck.check(started));
        findings.addAll(ScriptPythonPathCheck.check(started));
        findings.addAll(ScriptExecCheck.check(started));
        return findings;
    }
}
