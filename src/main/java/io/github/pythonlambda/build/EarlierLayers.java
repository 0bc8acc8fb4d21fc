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
    private final Optional<Path> keptFolder;

    EarlierLayers(BuildRequest request) throws IOException {
        this.inPlace = EarlierZips.in(request.outputDirectory());
        this.keptFolder = request.keptOutputs();
    }

    /**
     * Finds the zip of a layer.
     *
     * @param fileName the zip's name
     * @param inputs what its bytes depend on
     * @param staging where a kept zip is put
     */
    Optional<WrittenZip> find(PlannedLayer layer, String fileName, Sha256 inputs, Staging staging) throws IOException {
        int files = layer.layout().content().size();
        Optional<WrittenZip> untouched = inPlace.find(fileName, inputs, files);
        if (untouched.isPresent() || keptFolder.isEmpty()) {
            return untouched;
        }
        Optional<WrittenZip> kept = EarlierZips.in(keptFolder.get()).find(fileName, inputs, files);
        if (kept.isPresent()) {
            staging.file(fileName).linkTo(keptFolder.get().resolve(fileName));
        }
        return kept;
    }
}
