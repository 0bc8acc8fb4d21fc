package io.github.pythonlambda.check;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.script.Program;
import io.github.pythonlambda.script.Server;
import io.github.pythonlambda.script.ServerCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule {@code run-script-pythonpath}: a script must leave the layers' packages on {@code PYTHONPATH}, and, where the
 * runtime keeps it apart, the AWS SDK that the app imports.
 */
final class ScriptPythonPathCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT_PYTHONPATH;
    private static final Pattern SDK_IMPORT =
            Pattern.compile("^[ \\t]*(?:import|from)[ \\t]+(?:boto3|botocore)\\b", Pattern.MULTILINE);

    private ScriptPythonPathCheck() {}

    static List<Finding> check(StartedProgram started) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (started.program() instanceof Program.Executable && started.server().isEmpty()) {
            return findings;
        }
        layers(started).ifPresent(findings::add);
        sdk(started).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> layers(StartedProgram started) throws IOException {
        if (started.pythonPath().isEmpty()
                || started.pythonPathHas("/opt/python")
                || !started.files().hasLayers()) {
            return Optional.empty();
        }
        Optional<String> module = module(started);
        if (module.isPresent()) {
            String top = module.get().split("\\.", 2)[0];
            boolean hidden = started.find(top, started.launch().folder()) == StartedProgram.Presence.HIDDEN;
            return hidden ? Optional.of(Finding.error(RULE, problem(started, top))) : Optional.empty();
        }
        return extendsItsPath(started) ? Optional.empty() : Optional.of(Finding.warning(RULE, problem(started, "")));
    }

    private static Optional<String> module(StartedProgram started) {
        return started.program() instanceof Program.Module module
                ? Optional.of(module.name())
                : started.server().map(ServerCall::server).map(Server::module);
    }

    /** A program may add folders to its path itself. */
    private static boolean extendsItsPath(StartedProgram started) throws IOException {
        return occursInApp(started, Pattern.compile("sys\\.path|addsitedir|/opt/python"));
    }

    private static boolean occursInApp(StartedProgram started, Pattern pattern) throws IOException {
        for (ArchiveEntry entry : started.files().app().entries()) {
            if (entry.path().endsWith(".py")
                    && pattern.matcher(started.files().appText(entry.path()).orElse(""))
                            .find()) {
                return true;
            }
        }
        return false;
    }

    private static Problem problem(StartedProgram started, String module) {
        return started.problem("%s sets a PYTHONPATH that does not reach the layers%s"
                        .formatted(started.script().name(), module.isEmpty() ? "" : ", where " + module + " is"))
                .expected("/opt/python among its folders")
                .found("PYTHONPATH=" + started.launch().pythonPath().known().orElse(""))
                .remedy("write PYTHONPATH=\"/opt/python:...\", or leave it to the function's variable");
    }

    private static Optional<Finding> sdk(StartedProgram started) throws IOException {
        String folder = started.runtime().sdkDirectory();
        boolean apart = !folder.contains("site-packages");
        if (!apart
                || started.pythonPath().isEmpty()
                || started.pythonPathHas(folder)
                || started.files().hasAnywhereInApp("boto3")
                || started.files().hasInLayers("boto3")
                || !occursInApp(started, SDK_IMPORT)
                || extendsItsPath(started)) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                RULE,
                started.problem("%s sets a PYTHONPATH that does not reach the runtime's boto3, which the app imports"
                                .formatted(started.script().name()))
                        .expected("$LAMBDA_RUNTIME_DIR among its folders")
                        .found("PYTHONPATH="
                                + started.launch().pythonPath().known().orElse(""))
                        .remedy("append :$LAMBDA_RUNTIME_DIR, or add boto3 to requirements.txt")));
    }
}
