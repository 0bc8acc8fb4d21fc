package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.LayerZip;
import io.github.pythonlambda.describe.Manifest;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the zips and the manifest beside their places, and puts all of them in place at the end. */
final class WriteStep {

    private final SizeCheck sizeCheck;
    private final BuildLog log;

    WriteStep(SizeCheck sizeCheck, BuildLog log) {
        this.sizeCheck = sizeCheck;
        this.log = log;
    }

    BuildResult run(BuildRequest request, Plan plan) throws ProblemException, IOException {
        refuseSameNames(request, plan);
        try (Staging staging = new Staging(request.outputDirectory())) {
            ReproducibleZip writer = new ReproducibleZip(request.entryTime());
            List<LayerZip> layers = writeLayers(plan, staging, writer);
            Optional<AppZip> app = writeApp(request, plan, staging, writer);
            // The manifest describes content, so it can be written before anything is in its place.
            StagedFile manifest = staging.file(Manifest.FILE_NAME);
            new Manifest(
                            request.targets().get(0).runtime(),
                            request.targets().stream().map(Target::architecture).toList(),
                            app,
                            layers)
                    .write(manifest.temporary(), request.outputDirectory());
            Set<Path> changed = staging.commit();
            return new BuildResult(layers, app, manifest.target(), changed);
        }
    }

    private static void refuseSameNames(BuildRequest request, Plan plan) throws ProblemException {
        Optional<String> name = request.app().map(app -> app.finalName() + ".zip");
        if (name.isPresent()
                && plan.layers().stream().anyMatch(layer -> layer.fileName().equalsIgnoreCase(name.get()))) {
            throw new ProblemException(Problem.of("the app zip and a layer zip would have the same name")
                    .found(name.get())
                    .remedy("give the app zip another name by <finalName> or -Dpython-lambda.finalName"));
        }
    }

    private List<LayerZip> writeLayers(Plan plan, Staging staging, ReproducibleZip writer) throws IOException {
        List<LayerZip> layers = new ArrayList<>();
        for (PlannedLayer layer : plan.layers()) {
            StagedFile file = staging.file(layer.fileName());
            WrittenZip zip = write(
                    writer,
                    layer.layout().entries(),
                    file,
                    Counted.of(layer.packages().size(), "package") + ", ");
            layers.add(new LayerZip(layer.name(), layer.target(), file.target(), zip, layer.packages()));
        }
        layers.sort(Comparator.comparing(LayerZip::name)
                .thenComparing(layer -> layer.target().architecture().id()));
        return layers;
    }

    private Optional<AppZip> writeApp(BuildRequest request, Plan plan, Staging staging, ReproducibleZip writer)
            throws IOException {
        if (request.app().isEmpty() || plan.app().isEmpty()) {
            return Optional.empty();
        }
        StagedFile file = staging.file(request.app().get().finalName() + ".zip");
        WrittenZip zip = write(writer, plan.app().get().entries(), file, "");
        return Optional.of(new AppZip(request.app().get().handler(), file.target(), zip));
    }

    private WrittenZip write(ReproducibleZip writer, Collection<ArchiveEntry> entries, StagedFile file, String content)
            throws IOException {
        Stopwatch time = new Stopwatch();
        String name = file.target().getFileName().toString();
        WrittenZip zip;
        try {
            zip = writer.write(entries, file.temporary());
        } catch (IOException e) {
            throw new IOException("cannot write " + file.target() + ": " + e.getMessage(), e);
        }
        log.info("Packed %s: %s%s, %s (%s unzipped) in %s"
                .formatted(
                        name,
                        content,
                        Counted.of(zip.files(), "file"),
                        ByteSize.format(zip.zippedBytes()),
                        ByteSize.format(zip.unzippedBytes()),
                        time));
        sizeCheck
                .zipped(name, zip.zippedBytes())
                .ifPresent(finding -> log.warn(finding.problem().text()));
        return zip;
    }
}
