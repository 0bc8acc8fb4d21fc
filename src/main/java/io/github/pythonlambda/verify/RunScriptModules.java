package io.github.pythonlambda.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the modules of an app that its script names, such as {@code main:app}. */
final class RunScriptModules {

    private static final Pattern MODULE_AND_ATTRIBUTE =
            Pattern.compile("(?<![\\w./:$-])([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*):([A-Za-z_]\\w*)(?![\\w/.:])");

    private RunScriptModules() {}

    /** Those that are in the app's folder, in their order. */
    static List<PythonRun.Wanted> in(Path task, String script) throws IOException {
        Path file = task.resolve(script);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        return MODULE_AND_ATTRIBUTE
                .matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .results()
                .map(found -> new PythonRun.Wanted(found.group(1), found.group(2)))
                .distinct()
                .filter(wanted -> isThere(task, wanted.module()))
                .toList();
    }

    private static boolean isThere(Path task, String module) {
        String path = module.replace('.', '/');
        return Files.isRegularFile(task.resolve(path + ".py"))
                || Files.isRegularFile(task.resolve(path).resolve("__init__.py"));
    }
}
