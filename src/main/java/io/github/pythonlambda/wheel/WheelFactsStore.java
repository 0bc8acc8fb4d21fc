package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.json.JsonSyntaxException;
import io.github.pythonlambda.json.JsonValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Facts by the SHA-256 of the wheels they were read from: {@code <root>/<layout>/<first two digits>/<digest>.json}. A file
 * is put in place whole, and builds that write the same one at the same moment write the same bytes.
 */
public final class WheelFactsStore {

    /** To be raised whenever reading a wheel gives other facts, or their form changes. */
    private static final String LAYOUT = "1";

    private final Path root;

    /** @param folder where facts are kept; made when it is needed */
    public WheelFactsStore(Path folder) {
        this.root = folder.resolve(LAYOUT);
    }

    /** The facts of a wheel that was read before. A file that cannot be read is taken for none. */
    public Optional<WheelFacts> find(Sha256 wheel) throws IOException {
        try {
            String text = Files.readString(path(wheel));
            WheelFacts facts = WheelFactsJson.read(JsonValue.read(text));
            // Whatever else it says, the facts are not those that were kept.
            return WheelFactsJson.text(facts).equals(text) ? Optional.of(facts) : Optional.empty();
        } catch (NoSuchFileException | CharacterCodingException | JsonSyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps the facts of a wheel. */
    public void keep(Sha256 wheel, WheelFacts facts) throws IOException {
        try (StagedFile file = StagedFile.of(path(wheel))) {
            Files.writeString(file.temporary(), WheelFactsJson.text(facts));
            file.commit();
        }
    }

    private Path path(Sha256 wheel) {
        return root.resolve(wheel.hex().substring(0, 2)).resolve(wheel.hex() + ".json");
    }
}
