package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.LayerZip;
import io.github.pythonlambda.describe.Manifest;
import io.github.pythonlambda.describe.Report;
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

/** Writes the zips, the manifest and the report beside their places, and puts all of them in place at the end. */
final class WriteStep {

    private final SizeCheck sizeCheck;
    private final BuildLog log;

    WriteStep(SizeCheck sizeCheck, BuildLog log) {
        this.sizeCheck = sizeCheck;
        this.log = log;
    }

    BuildResult run(BuildRequest request, Plan plan, Findings findings) throws ProblemException, IOException {
        refuseSameNames(request, plan);
        try (Staging staging = new Staging(request.outputDirectory(), request.written())) {
            ReproducibleZip writer = new ReproducibleZip(request.entryTime());
            List<LayerZip> layers = writeLayers(request, plan, staging, writer, findings);
            Optional<AppZip> app = writeApp(request, plan, staging, writer, findings);
            findings.report();
            // The manifest describes content, so it can be written before anything is in its place.
            StagedFile manifest = staging.file(Manifest.fileName(request.finalName()));
            new Manifest(
                            request.targets().get(0).runtime(),
                            request.targets().stream().map(Target::architecture).toList(),
                            plan.bytecode(),
                            app,
                            layers,
                            findings.reported())
                    .write(manifest.temporary(), request.outputDirectory());
            StagedFile report = staging.file(Report.fileName(request.finalName()));
            ReportFile.of(request, findings).write(report.temporary());
            Set<Path> changed = staging.commit();
            return new BuildResult(layers, app, manifest.target(), report.target(), changed, plan.inputs());
        }
    }

    private static void refuseSameNames(BuildRequest request, Plan plan) throws ProblemException {
        Optional<String> name = request.app().map(app -> app.finalName() + ".zip");
        if (name.isPresent()
                && plan.layers().stream()
                        .anyMatch(
                                layer -> layer.fileName(request.layerFileName()).equalsIgnoreCase(name.get()))) {
            throw new ProblemException(Problem.of("the app zip and a layer zip would have the same name")
                    .found(name.get())
                    .remedy("give the app zip another name by <finalName> or -Dpython-lambda.finalName"));
        }
    }

    private List<LayerZip> writeLayers(
            BuildRequest request, Plan plan, Staging staging, ReproducibleZip writer, Findings findings)
            throws IOException {
        EarlierLayers earlier = new EarlierLayers(request);
        List<LayerZip> layers = new ArrayList<>();
        for (PlannedLayer layer : plan.layers()) {
            String fileName = layer.fileName(request.layerFileName());
            Path target = request.outputDirectory().resolve(fileName);
            Sha256 inputs = layer.inputs(request.entryTime());
            Optional<WrittenZip> same = earlier.find(layer, fileName, inputs, staging);
            WrittenZip zip = same.isPresent() ? same.get() : write(writer, layer, staging.file(fileName));
            sizeCheck.zipped(fileName, zip.zippedBytes()).ifPresent(findings::add);
            layers.add(new LayerZip(layer.name(), layer.target(), target, zip, inputs, layer.packages()));
        }
        layers.sort(Comparator.comparing(LayerZip::name)
                .thenComparing(layer -> layer.target().architecture().id()));
        return layers;
    }

    private Optional<AppZip> writeApp(
            BuildRequest request, Plan plan, Staging staging, ReproducibleZip writer, Findings findings)
            throws IOException {
        if (request.app().isEmpty() || plan.app().isEmpty()) {
            return Optional.empty();
        }
        StagedFile file = staging.file(request.app().get().finalName() + ".zip");
        WrittenZip zip = write(writer, plan.app().get().entries(), file, "");
        sizeCheck
                .zipped(file.target().getFileName().toString(), zip.zippedBytes())
                .ifPresent(findings::add);
        return Optional.of(new AppZip(request.app().get().function(), file.target(), zip));
    }

    private WrittenZip write(ReproducibleZip writer, PlannedLayer layer, StagedFile file) throws IOException {
        String packages = Counted.of(layer.packages().size(), "package") + ", ";
        return write(writer, layer.layout().entries(), file, packages);
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
        return zip;
    }
}
