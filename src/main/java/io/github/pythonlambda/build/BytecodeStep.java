package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.bytecode.BytecodeCompiler;
import io.github.pythonlambda.bytecode.BytecodeCompilers;
import io.github.pythonlambda.bytecode.CompiledModules;
import io.github.pythonlambda.bytecode.CompiledPackages;
import io.github.pythonlambda.bytecode.Invalidation;
import io.github.pythonlambda.bytecode.ModuleSources;
import io.github.pythonlambda.bytecode.PackageModules;
import io.github.pythonlambda.check.BytecodeCheck;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts compiled modules beside those of layers and app. */
final class BytecodeStep {

    private static final String LAYERS = "/opt/";
    private static final String APP = "/var/task/";

    /** Finding out what this machine is may fail, and is needed only where something is to be compiled. */
    @FunctionalInterface
    interface CompilerSource {
        BytecodeCompilers compilers() throws IOException;
    }

    /**
     * Layers and app with their compiled modules, if they are to have some.
     *
     * @param layers by architecture, then name
     * @param app the app, if one is to be packaged
     * @param python the version of the CPython that compiled
     */
    record Outcome(List<PlannedLayer> layers, Optional<AppLayout> app, Optional<String> python) {
        Outcome {
            layers = List.copyOf(layers);
        }
    }

    private record Module(int layer, ProjectName owner, PackageModules modules) {}

    private final CompilerSource source;
    private final BuildLog log;

    BytecodeStep(CompilerSource source, BuildLog log) {
        this.source = source;
        this.log = log;
    }

    /** What is to be written where nothing is compiled. */
    static Outcome without(List<LaidOutLayer> layers, Optional<AppLayout> app) {
        return new Outcome(
                layers.stream().map(layer -> layer.planned(Optional.empty())).toList(), app, Optional.empty());
    }

    /**
     * Compiles.
     *
     * @param shelf what holds the compiled modules is closed with it
     * @throws ProblemException if there is nothing to compile with
     */
    Outcome run(
            LambdaRuntime runtime,
            List<LaidOutLayer> layers,
            Optional<AppLayout> app,
            WheelShelf shelf,
            Findings findings)
            throws ProblemException, IOException {
        BytecodeCompiler compiler = source.compilers().find(runtime);
        List<PlannedLayer> planned = compileLayers(compiler, layers, shelf, findings);
        Optional<AppLayout> compiledApp = app;
        if (app.isPresent()) {
            compiledApp = Optional.of(compileApp(compiler, app.get(), findings));
        }
        return new Outcome(planned, compiledApp, Optional.of(compiler.python()));
    }

    private List<PlannedLayer> compileLayers(
            BytecodeCompiler compiler, List<LaidOutLayer> layers, WheelShelf shelf, Findings findings)
            throws ProblemException, IOException {
        Stopwatch time = new Stopwatch();
        List<Module> wanted = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            wanted.addAll(modules(layer, layers.get(layer)));
        }
        CompiledPackages packages =
                compiler.compile(wanted.stream().map(Module::modules).toList());
        shelf.add(packages);
        List<List<LayerEntry>> entries = new ArrayList<>();
        layers.forEach(layer -> entries.add(new ArrayList<>()));
        for (int i = 0; i < wanted.size(); i++) {
            Module module = wanted.get(i);
            CompiledModules compiled = packages.modules().get(i);
            compiled.entries().forEach(entry -> entries.get(module.layer()).add(new LayerEntry(module.owner(), entry)));
            BytecodeCheck.check(module.owner().toString(), compiled, compiler.python())
                    .map(finding -> finding.about(module.owner())
                            .inLayer(layers.get(module.layer()).name()))
                    .ifPresent(findings::add);
        }
        tell(compiler, packages, time);
        List<PlannedLayer> planned = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            planned.add(layers.get(layer).withBytecode(entries.get(layer)).planned(Optional.of(compiler.identity())));
        }
        return planned;
    }

    private void tell(BytecodeCompiler compiler, CompiledPackages packages, Stopwatch time) {
        if (packages.fresh() > 0) {
            log.info("Compiled %s with CPython %s in %s"
                    .formatted(Counted.of(packages.fresh(), "package"), compiler.python(), time));
        } else {
            log.debug("Took bytecode of CPython %s from earlier builds".formatted(compiler.python()));
        }
    }

    /** The modules of a layer by package. A module that two packages bring belongs to the one whose file is in the layer. */
    private static List<Module> modules(int place, LaidOutLayer layer) {
        Map<ProjectName, List<ArchiveEntry>> byOwner = new HashMap<>();
        for (LayerEntry file : layer.layout().files().values()) {
            byOwner.computeIfAbsent(file.owner(), owner -> new ArrayList<>()).add(file.entry());
        }
        List<Module> modules = new ArrayList<>();
        for (ResolvedWheel wheel : layer.wheels()) {
            ModuleSources sources = ModuleSources.of(
                    wheel.name().toString(),
                    LAYERS,
                    Invalidation.UNCHECKED_HASH,
                    byOwner.getOrDefault(wheel.name(), List.of()));
            if (!sources.files().isEmpty()) {
                modules.add(new Module(place, wheel.name(), new PackageModules(wheel.digest(), sources)));
            }
        }
        return modules;
    }

    /** The app's modules are compared with their sources when they are loaded: those can be edited in Lambda's console. */
    private static AppLayout compileApp(BytecodeCompiler compiler, AppLayout app, Findings findings)
            throws ProblemException, IOException {
        ModuleSources sources = ModuleSources.of("the app", APP, Invalidation.CHECKED_HASH, app.entries());
        CompiledModules compiled = compiler.compile(sources);
        BytecodeCheck.check("the app", compiled, compiler.python()).ifPresent(findings::add);
        return app.withAll(compiled.entries());
    }
}
