package io.github.pythonlambda.build;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.FunctionFiles;
import io.github.pythonlambda.check.HandlerCheck;
import io.github.pythonlambda.check.RunScriptLaunchCheck;
import io.github.pythonlambda.check.StartScript;
import io.github.pythonlambda.script.ShellScript;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Checks that what Lambda starts is among the function's files: the handler's module, or what the script starts. */
final class StartStep {

    private final BuildLog log;

    StartStep(BuildLog log) {
        this.log = log;
    }

    List<Finding> check(BuildRequest.App app, FunctionFiles files, LambdaRuntime runtime) throws IOException {
        if (app.handler() instanceof Handler.Function function) {
            return HandlerCheck.check(files.app(), function, files.layerPaths());
        }
        Optional<StartScript> script = RunScripts.find(files.app(), app);
        if (script.isEmpty()) {
            return List.of();
        }
        RunScriptLaunchCheck check =
                new RunScriptLaunchCheck(runtime, app.function().environment(runtime));
        if (check.read(script.get()) instanceof ShellScript.Reading.Unclear unclear) {
            log.debug("%s is not checked for what it starts: line %d has %s"
                    .formatted(script.get().where(), unclear.line(), unclear.what()));
        }
        return check.check(script.get(), files);
    }
}
