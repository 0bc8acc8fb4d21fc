package io.github.pythonlambda.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layer zips that earlier builds left in a folder, as far as the manifests there still speak of them. */
public final class EarlierZips {

    private final Path folder;
    private final List<Description> descriptions;

    /**
     * What a manifest says of layers.
     *
     * @param layers the manifest's array
     * @param time when the manifest was put in its place
     */
    private record Description(JsonNode layers, FileTime time) {}

    private EarlierZips(Path folder, List<Description> descriptions) {
        this.folder = folder;
        this.descriptions = descriptions;
    }

    /** Reads all manifests of a folder that can be read. Functions that share layers have one each. */
    public static EarlierZips in(Path folder) throws IOException {
        List<Description> descriptions = new ArrayList<>();
        for (Path manifest : BuiltPackage.manifests(folder)) {
            description(manifest).ifPresent(descriptions::add);
        }
        return new EarlierZips(folder, descriptions);
    }

    private static Optional<Description> description(Path manifest) {
        try {
            JsonNode root = JsonFile.read(manifest);
            return root.path("schemaVersion").asInt() == Manifest.SCHEMA_VERSION
                    ? Optional.of(new Description(root.path("layers"), Files.getLastModifiedTime(manifest)))
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
        for (Description description : descriptions) {
            for (JsonNode layer : description.layers()) {
                if (layer.path("path").asText().equals(fileName)
                        && layer.path("inputs").asText().equals(inputs.hex())
                        && isUntouched(layer, description.time())) {
                    return Optional.of(new WrittenZip(
                            new Sha256(layer.path("sha256").asText()),
                            layer.path("zippedBytes").asLong(),
                            layer.path("unzippedBytes").asLong(),
                            files));
                }
            }
        }
        return Optional.empty();
    }

    /** A manifest is put in place behind the zips it describes, so a zip that is younger is another one. */
    private boolean isUntouched(JsonNode layer, FileTime described) throws IOException {
        Path zip = folder.resolve(layer.path("path").asText());
        return Files.isRegularFile(zip)
                && Files.size(zip) == layer.path("zippedBytes").asLong()
                && Files.getLastModifiedTime(zip).compareTo(described) <= 0;
    }
}
