package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.script.AppName;
import io.github.pythonlambda.script.Server;
import io.github.pythonlambda.script.ServerCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule {@code run-script-app}: the module that a web server is to serve, {@code main} of {@code main:app}, must be
 * there, and the name in it. Modules are not run, so the name is only looked for as a word.
 */
final class ScriptAppCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT_APP;
    /** Ways by which a module gets names that do not stand in it. */
    private static final Pattern MADE_UP_NAMES = Pattern.compile(
            "import\\s*\\*|import\\s*\\(\\s*\\*|globals\\s*\\(|setattr|__getattr__|exec\\s*\\(|vars\\s*\\(|__dict__|sys\\.modules");
    /** Ways by which a package finds its modules in other folders. */
    private static final Pattern MADE_UP_MODULES = Pattern.compile("__path__|sys\\.modules|pkgutil|meta_path");

    private final RuntimeModules runtimeModules;

    ScriptAppCheck(RuntimeModules runtimeModules) {
        this.runtimeModules = runtimeModules;
    }

    List<Finding> check(StartedProgram started) throws IOException {
        Optional<AppName> wanted = started.server().flatMap(ServerCall::app);
        if (wanted.isEmpty() || started.launch().folder().isEmpty() || isConfigured(started)) {
            return List.of();
        }
        AppName name = wanted.get();
        String folder = started.launch().folder().get();
        String module = name.module();
        String top = module.split("\\.", 2)[0];
        if (runtimeModules.has(top) && !started.files().hasInApp(folder, top)) {
            return List.of();
        }
        // Servers put the working folder on the path themselves, however they are started.
        StartedProgram.Presence presence = started.find(top, Optional.of(folder));
        if (presence == StartedProgram.Presence.ABSENT) {
            return List.of(missing(started, name, folder, started.files().hasLayers()));
        }
        if (presence == StartedProgram.Presence.UNKNOWN
                && started.pythonPath().isPresent()
                && started.files().hasAnywhereInApp(top)) {
            return List.of(missing(started, name, folder, false));
        }
        if (!started.files().hasInApp(folder, top) || started.files().hasInLayers(top)) {
            return List.of();
        }
        if (!started.files().hasInApp(folder, module)) {
            boolean found = hasOwnWays(started, folder, module)
                    || started.find(module, Optional.of(folder)) == StartedProgram.Presence.FOUND;
            return found ? List.of() : List.of(missing(started, name, folder, isClosed(started, folder, module)));
        }
        return attribute(started, name, folder);
    }

    /** Gunicorn reads a file in the working folder unasked, which may name other folders. */
    private static boolean isConfigured(StartedProgram started) {
        return started.server().orElseThrow().server() == Server.GUNICORN
                && started.files().hasAppFile(prefix(started.launch().folder().orElseThrow()) + "gunicorn.conf.py");
    }

    /** A folder without an {@code __init__.py} may be continued in other folders of the path. */
    private static boolean isClosed(StartedProgram started, String folder, String module) {
        String top = module.split("\\.", 2)[0];
        return started.files().hasAppFile(prefix(folder) + top + "/__init__.py")
                || !started.files().hasAnywhereInApp(module.substring(module.lastIndexOf('.') + 1));
    }

    private static boolean hasOwnWays(StartedProgram started, String folder, String module) throws IOException {
        String path = prefix(folder);
        for (String part : module.split("\\.")) {
            path += part;
            for (String file : List.of(path + ".py", path + "/__init__.py")) {
                Optional<String> text = started.files().appText(file);
                if (text.isPresent() && MADE_UP_MODULES.matcher(text.get()).find()) {
                    return true;
                }
            }
            path += "/";
        }
        return false;
    }

    private static String prefix(String folder) {
        return folder.isEmpty() ? "" : folder + "/";
    }

    private static Finding missing(StartedProgram started, AppName name, String folder, boolean sure) {
        String path = prefix(folder) + name.module().replace('.', '/');
        Problem problem = started.problem((sure
                                ? "%s serves '%s', but neither the app nor any layer has the module %s"
                                : "%s serves '%s', but may not find the module %s")
                        .formatted(started.script().name(), name.text(), name.module()))
                .expected("%s.py or %s/ in the app's folder".formatted(path, path))
                .remedy("correct the name, create the module, or change <excludes> if they leave it out");
        return sure ? Finding.error(RULE, problem) : Finding.warning(RULE, problem);
    }

    private static List<Finding> attribute(StartedProgram started, AppName name, String folder) throws IOException {
        Optional<String> attribute = name.attribute();
        if (attribute.isEmpty() && started.server().orElseThrow().server() == Server.GUNICORN) {
            attribute = Optional.of("application");
        }
        if (attribute.isEmpty()) {
            return List.of();
        }
        String base = prefix(folder) + name.module().replace('.', '/');
        List<String> read = new ArrayList<>();
        for (String file : List.of(base + "/__init__.py", base + ".py")) {
            Optional<String> text = started.files().appText(file);
            if (text.isPresent()) {
                boolean mayHave = Pattern.compile("\\b" + attribute.get() + "\\b")
                                .matcher(text.get())
                                .find()
                        || MADE_UP_NAMES.matcher(text.get()).find();
                if (mayHave) {
                    return List.of();
                }
                read.add(file);
            }
        }
        return read.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        RULE,
                        started.problem("%s serves '%s', but the name %s does not occur in %s"
                                        .formatted(
                                                started.script().name(),
                                                name.text(),
                                                attribute.get(),
                                                Shown.some(read)))
                                .expected("%s = ... in %s".formatted(attribute.get(), Shown.some(read)))
                                .remedy("name the object that the module has")));
    }
}
