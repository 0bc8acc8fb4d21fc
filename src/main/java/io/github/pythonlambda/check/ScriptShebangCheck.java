package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.script.ShellScript;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule {@code run-script-shebang}: the first line must name an interpreter that Lambda has. */
public final class ScriptShebangCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT_SHEBANG;
    private static final Set<String> SHELLS = Set.of("bash", "sh");
    private static final Pattern SHELL_PATH = Pattern.compile("/(?:usr/)?bin/(?:ba)?sh");
    private static final Pattern ENV = Pattern.compile("/(?:usr/)?bin/env");
    private static final Pattern OTHER_PYTHON = Pattern.compile("/var/lang/bin/.*");
    private static final Pattern OF_ONE_MACHINE = Pattern.compile("/(?:home|Users|opt/homebrew|opt/local|root)/.*");

    private ScriptShebangCheck() {}

    /** Checks a script that has a shebang. */
    public static List<Finding> check(StartScript script, LambdaRuntime runtime) {
        Optional<ShellScript.Shebang> shebang = script.script().shebang();
        return shebang.isEmpty() ? List.of() : check(script, shebang.get(), runtime);
    }

    private static List<Finding> check(StartScript script, ShellScript.Shebang shebang, LambdaRuntime runtime) {
        Set<String> pythons = Set.of("python", "python3", "python" + runtime.pythonVersion());
        String interpreter = shebang.interpreter();
        if (ENV.matcher(interpreter).matches()) {
            boolean split = shebang.argument().startsWith("-S");
            if (!split
                    && (shebang.argument().matches(".*\\s.*")
                            || shebang.argument().isEmpty())) {
                return List.of(Finding.error(
                        RULE,
                        problem(
                                script,
                                shebang,
                                "%s cannot be started: Linux hands 'env' all that follows as one name",
                                "one name behind env, such as #!/usr/bin/env bash",
                                "name the interpreter alone; set the shell's options by 'set' in the next line")));
            }
            boolean known = split || SHELLS.contains(shebang.program()) || pythons.contains(shebang.program());
            return known ? List.of() : List.of(notKnown(script, shebang, runtime));
        }
        boolean known = SHELL_PATH.matcher(interpreter).matches()
                || interpreter.startsWith("/var/lang/bin/")
                        && pythons.contains(interpreter.substring("/var/lang/bin/".length()))
                // What layers and the app bring is their affair.
                || interpreter.startsWith("/opt/")
                        && !OF_ONE_MACHINE.matcher(interpreter).matches()
                || interpreter.startsWith("/var/task/");
        if (known) {
            return List.of();
        }
        if (OTHER_PYTHON.matcher(interpreter).matches()
                || OF_ONE_MACHINE.matcher(interpreter).matches()) {
            return List.of(Finding.error(
                    RULE,
                    problem(
                            script,
                            shebang,
                            "%s cannot be started: " + runtime + " does not have its interpreter",
                            "#!/bin/bash, or #!/var/lang/bin/python" + runtime.pythonVersion()
                                    + " for a script in Python",
                            "correct the first line")));
        }
        return List.of(notKnown(script, shebang, runtime));
    }

    private static Finding notKnown(StartScript script, ShellScript.Shebang shebang, LambdaRuntime runtime) {
        return Finding.warning(
                RULE,
                problem(
                        script,
                        shebang,
                        "%s starts with an interpreter that " + runtime + " is not known to have",
                        "#!/bin/bash, #!/bin/sh, or #!/var/lang/bin/python" + runtime.pythonVersion()
                                + " for a script in Python",
                        "take one of these, unless a layer brings the interpreter"));
    }

    private static Problem problem(
            StartScript script, ShellScript.Shebang shebang, String what, String expected, String remedy) {
        return Problem.of(what.formatted(script.name()))
                .at(script.where() + ", line 1")
                .expected(expected)
                .found(("#!" + shebang.interpreter() + " " + shebang.argument()).strip())
                .remedy(remedy);
    }
}
