package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of wheels that somebody fetched beforehand, as {@code pip download} and {@code pip wheel} fill one.
 *
 * @param folder where they are, under their own names
 */
public record Wheelhouse(Path folder) {

    /** The path of a wheel that is there with the right content. */
    public Optional<Path> find(Sha256 digest, WheelFileName name) throws IOException {
        Path file = folder.resolve(name.text());
        return Files.isRegularFile(file) && Sha256.ofFile(file).equals(digest) ? Optional.of(file) : Optional.empty();
    }
}
