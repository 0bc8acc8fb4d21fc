package io.github.pythonlambda.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** The layer zips that an earlier build left, as far as its manifest still speaks of them. */
public final class EarlierZips {

    private final Path folder;
    private final JsonNode layers;
    private final FileTime described;

    private EarlierZips(Path folder, JsonNode layers, FileTime described) {
        this.folder = folder;
        this.layers = layers;
        this.described = described;
    }

    /**
     * Reads the manifest of a folder.
     *
     * @return empty if there is none that can be read
     */
    public static Optional<EarlierZips> find(Path folder) {
        Path manifest = folder.resolve(Manifest.FILE_NAME);
        try {
            JsonNode root = JsonFile.read(manifest);
            return root.path("schemaVersion").asInt() == Manifest.SCHEMA_VERSION
                    ? Optional.of(new EarlierZips(folder, root.path("layers"), Files.getLastModifiedTime(manifest)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A zip that was made from the same inputs, and was not touched since.
     *
     * @param fileName its name
     * @param inputs what its bytes depend on
     * @param files how many it holds
     */
    public Optional<WrittenZip> find(String fileName, Sha256 inputs, int files) throws IOException {
        for (JsonNode layer : layers) {
            if (layer.path("path").asText().equals(fileName)
                    && layer.path("inputs").asText().equals(inputs.hex())
                    && isUntouched(layer)) {
                return Optional.of(new WrittenZip(
                        new Sha256(layer.path("sha256").asText()),
                        layer.path("zippedBytes").asLong(),
                        layer.path("unzippedBytes").asLong(),
                        files));
            }
        }
        return Optional.empty();
    }

    /** A manifest is put in place behind the zips it describes, so a zip that is younger is another one. */
    private boolean isUntouched(JsonNode layer) throws IOException {
        Path zip = folder.resolve(layer.path("path").asText());
        return Files.isRegularFile(zip)
                && Files.size(zip) == layer.path("zippedBytes").asLong()
                && Files.getLastModifiedTime(zip).compareTo(described) <= 0;
    }
}
