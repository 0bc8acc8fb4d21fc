package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.script.AppPath;
import io.github.pythonlambda.script.Program;
import io.github.pythonlambda.script.Server;
import io.github.pythonlambda.script.ServerCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rule {@code run-script-program}: the program that the script starts must be in the app, in a layer or in the runtime.
 */
final class ScriptProgramCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT_PROGRAM;
    private static final String LAYERS = "/opt/";
    /** Programs that start others in a project's own environment, which Lambda does not have. */
    private static final Set<String> PROJECT_TOOLS =
            Set.of("poetry", "pipenv", "pdm", "uv", "uvx", "hatch", "rye", "pipx");

    private final RuntimeModules runtimeModules;

    ScriptProgramCheck(RuntimeModules runtimeModules) {
        this.runtimeModules = runtimeModules;
    }

    List<Finding> check(StartedProgram started) {
        if (started.program() instanceof Program.Module module) {
            return with(interpreter(started, module.python()), module(started, module));
        }
        if (started.program() instanceof Program.File file) {
            return with(interpreter(started, file.python()), file(started, file));
        }
        return executable(started, (Program.Executable) started.program());
    }

    private static List<Finding> with(Optional<Finding> first, List<Finding> others) {
        return Stream.concat(first.stream(), others.stream()).toList();
    }

    private static Optional<Finding> interpreter(StartedProgram started, String python) {
        String name = python.substring(python.lastIndexOf('/') + 1);
        boolean known =
                !name.contains(".") || name.equals("python" + started.runtime().pythonVersion());
        return known
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        RULE,
                        started.problem("%s starts '%s', which %s is not known to have"
                                        .formatted(started.script().name(), python, started.runtime()))
                                .expected(
                                        "python, or python" + started.runtime().pythonVersion())
                                .remedy("write 'python'")));
    }

    private List<Finding> module(StartedProgram started, Program.Module module) {
        String top = module.name().split("\\.", 2)[0];
        Optional<Server> server = started.server().map(ServerCall::server);
        if (server.isEmpty() && runtimeModules.has(top)) {
            return List.of();
        }
        // Where a top-level module is there and one in it is not, it may be made while it is imported.
        if (started.find(top, started.launch().folder()) != StartedProgram.Presence.ABSENT) {
            return List.of();
        }
        // Layers that are not of this build may have anything.
        boolean sure = started.files().hasLayers();
        Problem problem = started.problem("%s starts '%s', but %s the module %s"
                        .formatted(
                                started.script().name(),
                                started.shown(),
                                sure
                                        ? "neither the app nor any layer has"
                                        : "the app does not have, and this build makes no layer with,",
                                top))
                .remedy("add %s to requirements.txt"
                        .formatted(
                                server.map(Server::requirement).orElse("the package that brings the module " + top)));
        return List.of(sure ? Finding.error(RULE, problem) : Finding.warning(RULE, problem));
    }

    private static List<Finding> file(StartedProgram started, Program.File file) {
        Optional<String> path = AppPath.resolve(started.launch().folder(), file.path());
        boolean there = path.isEmpty()
                || started.files().hasAppFile(path.get())
                || started.files().hasAppFile(path.get() + "/__main__.py");
        return there
                ? List.of()
                : List.of(Finding.error(
                        RULE,
                        started.problem("%s starts '%s', but the app has no such file"
                                        .formatted(started.script().name(), started.shown()))
                                .expected("the file %s in the app's folder".formatted(path.get()))
                                .remedy("correct the path, or <excludes> if they leave it out")));
    }

    private static List<Finding> executable(StartedProgram started, Program.Executable executable) {
        String name = executable.name();
        if (name.contains("/")) {
            return path(started, name);
        }
        Optional<String> search = started.launch().path().known();
        boolean isJudged = started.server().isPresent() || PROJECT_TOOLS.contains(name);
        if (!isJudged || search.isEmpty() || isOnPath(started, search.get(), name)) {
            return List.of();
        }
        Problem problem = started.problem("%s starts '%s', but no folder of the PATH has a program of that name"
                        .formatted(started.script().name(), name))
                .found("PATH=" + search.get())
                .remedy(started.server()
                        .map(call -> insteadOfLauncher(started, call.server()))
                        .orElse(
                                "leave '%s' out: on Lambda the packages are in the layer; start the program by 'python -m'"
                                        .formatted(name)));
        return List.of(started.files().hasLayers() ? Finding.error(RULE, problem) : Finding.warning(RULE, problem));
    }

    private static boolean isOnPath(StartedProgram started, String path, String name) {
        for (String folder : path.split(":")) {
            Optional<String> inApp = AppPath.resolve(started.launch().folder(), folder);
            String file = folder.replaceFirst("/+$", "") + "/" + name;
            boolean found = inApp.isPresent()
                    ? started.files().hasAppFile(joined(inApp.get(), name))
                    : file.startsWith(LAYERS) && started.files().hasLayerFile(file.substring(LAYERS.length()));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static String insteadOfLauncher(StartedProgram started, Server server) {
        boolean installed = started.find(server.module(), started.launch().folder()) != StartedProgram.Presence.ABSENT;
        return "write 'python -m %s' instead of '%s'; layers get no launchers%s"
                .formatted(
                        server.module(),
                        server.command(),
                        installed ? "" : "; and add %s to requirements.txt".formatted(server.requirement()));
    }

    private static String joined(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static List<Finding> path(StartedProgram started, String path) {
        Optional<String> inApp = AppPath.resolve(started.launch().folder(), path);
        boolean inLayer = path.startsWith("/opt/python/") && started.files().hasLayers();
        boolean missing = inApp.isPresent() && !started.files().hasAppFile(inApp.get())
                || inLayer && !started.files().hasLayerFile(path.substring(LAYERS.length()));
        if (!missing) {
            return List.of();
        }
        Optional<Server> server = started.server().map(ServerCall::server);
        return List.of(Finding.error(
                RULE,
                started.problem("%s starts '%s', but there is no such file"
                                .formatted(started.script().name(), path))
                        .expected(inApp.map(file -> "the file %s in the app's folder".formatted(file))
                                .orElse(path + " in a layer"))
                        .remedy(server.map(known -> "write 'python -m %s' instead; layers get no launchers"
                                        .formatted(known.module()))
                                .orElse("correct the path, or <excludes> if they leave it out"))));
    }
}
