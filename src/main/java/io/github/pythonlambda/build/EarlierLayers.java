package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.describe.EarlierZips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The layer zips of the last build that need not be written again: in their places, or kept elsewhere. */
final class EarlierLayers {

    private final Optional<EarlierZips> inPlace;
    private final Optional<EarlierZips> kept;
    private final Optional<Path> keptFolder;

    EarlierLayers(BuildRequest request) {
        this.inPlace = EarlierZips.find(request.outputDirectory());
        this.kept = request.keptOutputs().flatMap(EarlierZips::find);
        this.keptFolder = request.keptOutputs();
    }

    /**
     * Finds the zip of a layer.
     *
     * @param inputs what its bytes depend on
     * @param staging where a kept zip is put
     */
    Optional<WrittenZip> find(PlannedLayer layer, Sha256 inputs, Staging staging) throws IOException {
        Optional<WrittenZip> untouched = find(inPlace, layer, inputs);
        if (untouched.isPresent()) {
            return untouched;
        }
        Optional<WrittenZip> elsewhere = find(kept, layer, inputs);
        if (elsewhere.isPresent()) {
            Path zip = keptFolder.orElseThrow().resolve(layer.fileName());
            staging.file(layer.fileName()).linkTo(zip);
        }
        return elsewhere;
    }

    private static Optional<WrittenZip> find(Optional<EarlierZips> zips, PlannedLayer layer, Sha256 inputs)
            throws IOException {
        return zips.isEmpty()
                ? Optional.empty()
                : zips.get()
                        .find(layer.fileName(), inputs, layer.layout().files().size());
    }
}
