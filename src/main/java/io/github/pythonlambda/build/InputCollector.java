package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.pip.PipSettings;
import io.github.pythonlambda.requirements.ReadFile;
import io.github.pythonlambda.requirements.Reference;
import io.github.pythonlambda.requirements.RequirementsFile;
import io.github.pythonlambda.requirements.UsedVariable;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.uptodate.BuildInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds out what a build depended on: every place that it read or looked for. */
final class InputCollector {

    private final Set<Path> paths = new LinkedHashSet<>();
    private final Map<String, String> variables = new TreeMap<>();

    private InputCollector() {}

    /** @param uses what was taken of what is kept for many */
    static BuildInputs collect(
            BuildRequest request, ProjectInputs inputs, List<ResolvedTarget> targets, List<Path> uses)
            throws IOException {
        Instant goodUntil = targets.stream()
                .map(ResolvedTarget::goodUntil)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        boolean resolved = !goodUntil.equals(Instant.MAX);
        InputCollector collector = new InputCollector();
        inputs.app().map(AppLayout::sources).ifPresent(collector.paths::addAll);
        request.layers().forEach(collector::add);
        collector.paths.add(request.locking().location().general());
        collector.paths.add(request.locking().location().ofRuntime());
        for (RequirementsFile file : inputs.requirements().files().values()) {
            collector.add(file);
        }
        for (ResolvedTarget target : targets) {
            for (ResolvedWheel wheel : target.resolution().all()) {
                collector.add(wheel);
            }
        }
        if (resolved) {
            collector.addOffers(
                    request.resolving(), inputs.requirements().files().values());
        }
        return new BuildInputs(collector.paths, collector.variables, resolved, goodUntil, uses);
    }

    private void add(LayerFolders.LayerFolder layer) {
        if (layer.isWhole()) {
            paths.add(layer.folder());
        }
        layer.requirementsFile().ifPresent(paths::add);
        layer.lock().ifPresent(paths::add);
        paths.addAll(layer.wheels());
    }

    private void add(RequirementsFile file) throws IOException {
        file.files().stream().map(ReadFile::path).forEach(paths::add);
        for (UsedVariable variable : file.variables()) {
            variables.put(variable.name(), variable.sha256().map(Sha256::hex).orElse(""));
        }
        add(localPaths(file.requirements().stream().flatMap(line -> line.reference().stream())));
    }

    private static Stream<Path> localPaths(Stream<Reference> references) {
        return references
                .filter(Reference.LocalPath.class::isInstance)
                .map(reference -> ((Reference.LocalPath) reference).path());
    }

    /** What a resolution chooses from, and how it is told where to look. To a lock it makes no difference. */
    private void addOffers(ResolveOptions options, Collection<RequirementsFile> files) throws IOException {
        add(options.wheelhouse().stream());
        for (RequirementsFile file : files) {
            add(localPaths(file.references().stream()));
        }
        paths.addAll(
                PipSettings.read(options.indexes().environment().variables()).files());
    }

    /** What a wheel was built from may stand in a lock alone. */
    private void add(ResolvedWheel wheel) throws IOException {
        add(wheel.builtFrom().stream()
                .filter(SourceTree.Directory.class::isInstance)
                .map(tree -> ((SourceTree.Directory) tree).path()));
        if (wheel.builtFrom().isEmpty() && "file".equals(wheel.source().getScheme())) {
            paths.add(Path.of(wheel.source()));
        }
    }

    private void add(Stream<Path> places) throws IOException {
        for (Path place : places.toList()) {
            if (Files.isDirectory(place)) {
                SourceFolder folder = SourceFolder.read(place);
                paths.addAll(folder.files().values());
                paths.addAll(folder.folders());
            } else {
                paths.add(place);
            }
        }
    }
}
