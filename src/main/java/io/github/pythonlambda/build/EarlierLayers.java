package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.describe.EarlierZips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The layer zips of the last build that need not be written again: in their places, or kept elsewhere. */
final class EarlierLayers {

    private final EarlierZips inPlace;
    private final EarlierZips kept;
    private final Optional<Path> keptFolder;

    EarlierLayers(BuildRequest request) throws IOException {
        this.inPlace = EarlierZips.in(request.outputDirectory());
        this.keptFolder = request.keptOutputs();
        this.kept = EarlierZips.in(keptFolder.orElse(request.outputDirectory()));
    }

    /**
     * Finds the zip of a layer.
     *
     * @param fileName the zip's name
     * @param inputs what its bytes depend on
     * @param staging where a kept zip is put
     */
    Optional<WrittenZip> find(PlannedLayer layer, String fileName, Sha256 inputs, Staging staging) throws IOException {
        Optional<WrittenZip> untouched = find(inPlace, layer, fileName, inputs);
        if (untouched.isPresent()) {
            return untouched;
        }
        if (keptFolder.isEmpty()) {
            return Optional.empty();
        }
        Optional<WrittenZip> elsewhere = find(kept, layer, fileName, inputs);
        if (elsewhere.isPresent()) {
            staging.file(fileName).linkTo(keptFolder.get().resolve(fileName));
        }
        return elsewhere;
    }

    private static Optional<WrittenZip> find(EarlierZips zips, PlannedLayer layer, String fileName, Sha256 inputs)
            throws IOException {
        return zips.find(fileName, inputs, layer.layout().content().size());
    }
}
