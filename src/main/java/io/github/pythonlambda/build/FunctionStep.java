package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.check.CaseClashCheck;
import io.github.pythonlambda.check.ClashCheck;
import io.github.pythonlambda.check.DuplicatePackageCheck;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.FunctionFiles;
import io.github.pythonlambda.check.FunctionLayer;
import io.github.pythonlambda.check.FunctionSize;
import io.github.pythonlambda.check.HiddenPackageCheck;
import io.github.pythonlambda.check.PathLimitCheck;
import io.github.pythonlambda.check.RuntimePackageCheck;
import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.check.StdlibModuleCheck;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.ResolvedWheel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks what a function is for one target: the app and all of the layers, each by itself and together. */
final class FunctionStep {

    /** Where Lambda unpacks layers and app. */
    private static final String LAYERS = "/opt/";

    private static final String APP = "/var/task/";

    private final SizeCheck sizeCheck;
    private final StartStep startStep;

    FunctionStep(SizeCheck sizeCheck, BuildLog log) {
        this.sizeCheck = sizeCheck;
        this.startStep = new StartStep(log);
    }

    List<Finding> check(
            BuildRequest request, ResolvedTarget resolved, Optional<AppLayout> app, List<PlannedLayer> planned)
            throws IOException {
        List<FunctionLayer> layers = planned.stream()
                .map(layer -> new FunctionLayer(layer.name(), layer.layout()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        sizeCheck.layerCount(layers.size()).ifPresent(findings::add);
        checkFiles(layers, findings);
        StdlibModuleCheck stdlib = new StdlibModuleCheck(resolved.target().runtime());
        layers.forEach(layer -> findings.addAll(stdlib.layer(layer)));
        findings.addAll(DuplicatePackageCheck.check(app, layers));
        RuntimePackageCheck.check(
                        resolved.resolution().all().stream()
                                .map(ResolvedWheel::name)
                                .toList(),
                        resolved.target().runtime())
                .ifPresent(findings::add);
        findings.addAll(sizeCheck.unzipped(
                resolved.target(),
                FunctionSize.of(app, layers, request.checking().otherLayersBytes()),
                request.checking().maxBytes()));
        if (app.isPresent()) {
            findings.addAll(stdlib.app(app.get()));
            checkApp(
                    app.get(),
                    request.app().orElseThrow().handler(),
                    layers,
                    resolved.resolution().graph(),
                    findings);
            Set<String> paths = layers.stream()
                    .flatMap(layer -> layer.layout().files().keySet().stream())
                    .collect(Collectors.toSet());
            findings.addAll(startStep.check(
                    request.app().orElseThrow(),
                    new FunctionFiles(app.get(), paths),
                    resolved.target().runtime()));
        }
        return findings;
    }

    private static void checkFiles(List<FunctionLayer> layers, List<Finding> findings) throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        for (FunctionLayer layer : layers) {
            findings.addAll(
                    ClashCheck.check("layer " + layer.name(), layer.layout().clashes()));
            PathLimitCheck.check(
                            "layer " + layer.name(),
                            LAYERS,
                            layer.layout().files().keySet())
                    .map(finding -> finding.inLayer(layer.name()))
                    .ifPresent(findings::add);
            paths.addAll(layer.layout().files().keySet());
        }
        String all = layers.size() == 1
                ? "layer " + layers.get(0).name()
                : "layers " + layers.stream().map(FunctionLayer::name).collect(Collectors.joining(", "));
        List<LayerLayout> layouts = layers.stream().map(FunctionLayer::layout).toList();
        findings.addAll(ClashCheck.check(all, LayerLayout.clashesBetween(layouts)));
        CaseClashCheck.check(all, paths).ifPresent(findings::add);
    }

    private static void checkApp(
            AppLayout app,
            Handler handler,
            List<FunctionLayer> layers,
            DependencyGraph dependencies,
            List<Finding> findings)
            throws IOException {
        List<String> paths = app.entries().stream().map(ArchiveEntry::path).toList();
        PathLimitCheck.check("the app", APP, paths).ifPresent(findings::add);
        CaseClashCheck.check("the app", paths).ifPresent(findings::add);
        findings.addAll(new HiddenPackageCheck(
                        project -> !dependencies.dependents(project).isEmpty())
                .check(app, handler, layers));
    }
}
