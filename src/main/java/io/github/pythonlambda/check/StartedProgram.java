package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.script.AppPath;
import io.github.pythonlambda.script.Launch;
import io.github.pythonlambda.script.Program;
import io.github.pythonlambda.script.ServerCall;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a script starts, and what it finds there.
 *
 * @param script where it is started
 * @param launch how it is started
 * @param program what is started
 * @param server the web server that it is, if it is one that is known here
 * @param files the function's files
 * @param environment the function's environment, as the manifest has it
 * @param runtime where it is started
 */
record StartedProgram(
        StartScript script,
        Launch launch,
        Program program,
        Optional<ServerCall> server,
        FunctionFiles files,
        Map<String, String> environment,
        LambdaRuntime runtime) {

    private static final String LAYER_PACKAGES = "/opt/python";
    private static final Pattern OF_THE_RUNTIME = Pattern.compile("/var/(?:runtime|lang)(?:/.*)?");

    /** Whether Python finds a module. */
    enum Presence {
        FOUND,
        /** A layer has it, and {@code PYTHONPATH} surely does not reach it. */
        HIDDEN,
        /** It is nowhere. */
        ABSENT,
        /** It cannot be told. */
        UNKNOWN
    }

    /** The entries of {@code PYTHONPATH}, if they can be told. */
    Optional<List<String>> pythonPath() {
        return launch.pythonPath().known().map(path -> Arrays.asList(path.split(":", -1)));
    }

    boolean pythonPathHas(String folder) {
        return pythonPath().orElse(List.of()).stream()
                .anyMatch(entry -> entry.replaceFirst("/+$", "").equals(folder));
    }

    /**
     * Looks for a module.
     *
     * @param module its name, with dots
     * @param start the app's folder that Python looks in first, if it is known
     */
    Presence find(String module, Optional<String> start) {
        Optional<List<String>> path = pythonPath();
        boolean elsewhere = start.isEmpty() || path.isEmpty();
        boolean layers = false;
        if (start.isPresent() && files.hasInApp(start.get(), module)) {
            return Presence.FOUND;
        }
        for (String entry : path.orElse(List.of())) {
            Optional<String> folder = AppPath.resolve(launch.folder(), entry);
            if (folder.isPresent()) {
                if (files.hasInApp(folder.get(), module)) {
                    return Presence.FOUND;
                }
            } else if (entry.replaceFirst("/+$", "").equals(LAYER_PACKAGES)) {
                layers = true;
            } else if (!entry.startsWith("/opt/python/")
                    && !OF_THE_RUNTIME.matcher(entry).matches()) {
                elsewhere = true;
            }
        }
        boolean inLayers = files.hasInLayers(module);
        if (inLayers && layers) {
            return Presence.FOUND;
        }
        // A function may have another PYTHONPATH than the manifest tells, and only the script's own is certain.
        boolean mayBeReached = launch.pythonPath().origins().contains("PYTHONPATH")
                && files.hasAnywhereInApp(module.split("\\.", 2)[0]);
        if (elsewhere || mayBeReached) {
            return Presence.UNKNOWN;
        }
        return inLayers ? Presence.HIDDEN : Presence.ABSENT;
    }

    /** A problem of the line that starts the program. */
    Problem problem(String what) {
        return Problem.of(what).at("%s, line %d".formatted(script.where(), launch.line()));
    }

    /** The program as the messages name it. */
    String shown() {
        if (program instanceof Program.Module module) {
            return module.python() + " -m " + module.name();
        }
        return program instanceof Program.File file
                ? file.python() + " " + file.path()
                : ((Program.Executable) program).name();
    }
}
