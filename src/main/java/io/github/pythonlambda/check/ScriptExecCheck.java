package io.github.pythonlambda.check;

import io.github.pythonlambda.script.Program;
import java.util.List;

/** Rule {@code run-script-exec}: the program should take the shell's place, or signals do not reach it. */
final class ScriptExecCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT_EXEC;

    private ScriptExecCheck() {}

    static List<Finding> check(StartedProgram started) {
        boolean python = !(started.program() instanceof Program.Executable);
        if (started.launch().exec() || !python && started.server().isEmpty()) {
            return List.of();
        }
        return List.of(Finding.warning(
                RULE,
                started.problem("%s starts its program without 'exec', so signals reach the shell and not the program"
                                .formatted(started.script().name()))
                        .expected("exec " + started.shown())
                        .found(started.shown())
                        .remedy("write 'exec' in front of it")));
    }
}
