package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rule {@code stdlib-module}: neither a layer nor the app may have a module of the standard library's name at its top.
 * Both come first on the path. An error if nothing runs without the module, else a warning: there are backports that
 * take the place of a module and do no harm.
 */
public final class StdlibModuleCheck {

    private static final Rule RULE = Rule.STDLIB_MODULE;

    private final LambdaRuntime runtime;
    private final StdlibModules stdlib;

    public StdlibModuleCheck(LambdaRuntime runtime) {
        this.runtime = runtime;
        this.stdlib = StdlibModules.of(runtime);
    }

    public List<Finding> layer(FunctionLayer layer) {
        Map<ProjectName, Map<String, String>> modules = new TreeMap<>();
        for (LayerEntry entry : layer.layout().files().values()) {
            String path = entry.entry().path();
            TopLevel.moduleInLayer(path)
                    .filter(stdlib.names()::contains)
                    .ifPresent(module -> modules.computeIfAbsent(entry.owner(), owner -> new TreeMap<>())
                            .putIfAbsent(module, path));
        }
        List<Finding> findings = new ArrayList<>();
        modules.forEach((project, own) -> own.forEach((module, path) -> findings.add(finding(
                        module,
                        Problem.of("%s hides the standard library's module '%s'".formatted(project, module))
                                .at("layer " + layer.name())
                                .found(path)
                                .remedy(
                                        ("do without %s: it is a copy for older versions of Python, or named in error, and"
                                                        + " Python %s has the module itself")
                                                .formatted(project, runtime.pythonVersion())))
                .about(project)
                .inLayer(layer.name())
                .inFile(path))));
        return findings;
    }

    public List<Finding> app(AppLayout app) {
        Map<String, String> modules = new TreeMap<>();
        for (ArchiveEntry entry : app.entries()) {
            TopLevel.module(entry.path())
                    .filter(stdlib.names()::contains)
                    .ifPresent(module -> modules.putIfAbsent(module, entry.path()));
        }
        List<Finding> findings = new ArrayList<>();
        modules.forEach((module, path) -> findings.add(finding(
                        module,
                        Problem.of("the app's %s hides the standard library's module '%s'".formatted(path, module))
                                .at(app.folder())
                                .found(path + ", which packages get that import " + module)
                                .remedy("rename it, or move it into a package of the app"))
                .inFile(path)));
        return findings;
    }

    private Finding finding(String module, Problem problem) {
        return stdlib.needed().contains(module) ? Finding.error(RULE, problem) : Finding.warning(RULE, problem);
    }
}
