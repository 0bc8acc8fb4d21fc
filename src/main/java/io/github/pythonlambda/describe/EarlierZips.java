package io.github.pythonlambda.describe;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.json.JsonValue;
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
     * @param layers what it has under that name
     * @param time when the manifest was put in its place
     */
    private record Description(List<JsonValue> layers, FileTime time) {}

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
            JsonValue root = JsonValue.read(manifest);
            return root.get("schemaVersion").intValue() == Manifest.SCHEMA_VERSION
                    ? Optional.of(new Description(root.get("layers").items(), Files.getLastModifiedTime(manifest)))
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
            for (JsonValue layer : description.layers()) {
                if (layer.get("path").text().equals(fileName)
                        && layer.get("inputs").text().equals(inputs.hex())
                        && isUntouched(layer, description.time())) {
                    return Optional.of(new WrittenZip(
                            new Sha256(layer.get("sha256").text()),
                            layer.get("zippedBytes").longValue(),
                            layer.get("unzippedBytes").longValue(),
                            files));
                }
            }
        }
        return Optional.empty();
    }

    /** A manifest is put in place behind the zips it describes, so a zip that is younger is another one. */
    private boolean isUntouched(JsonValue layer, FileTime described) throws IOException {
        Path zip = folder.resolve(layer.get("path").text());
        return Files.isRegularFile(zip)
                && Files.size(zip) == layer.get("zippedBytes").longValue()
                && Files.getLastModifiedTime(zip).compareTo(described) <= 0;
    }
}
