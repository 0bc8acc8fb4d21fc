package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.json.JsonSyntaxException;
import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.sharing.Uses;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Facts by the SHA-256 of the wheels they were read from: {@code <root>/<layout>/<first two digits>/<digest>.json}. A file
 * is put in place whole, and builds that write the same one at the same moment write the same bytes.
 */
public final class WheelFactsStore implements KeptFolder {

    /** To be raised whenever reading a wheel gives other facts, or their form changes. */
    private static final String LAYOUT = "1";

    /** Of this layout and of those before and after it. */
    private static final FolderForm FORM = new FolderForm(
            List.of("[0-9]+/" + FolderForm.TWO_DIGITS + "/" + FolderForm.DIGEST + "\\.json"),
            List.of("[0-9]+/" + FolderForm.TWO_DIGITS + "/" + FolderForm.STAGED));

    private final Path folder;
    private final Path root;
    private final Uses uses;

    /** @param folder where facts are kept; made when it is needed */
    public WheelFactsStore(Path folder) {
        this(folder, new Uses());
    }

    /**
     * @param folder where facts are kept; made when it is needed
     * @param uses is told which of them are read
     */
    public WheelFactsStore(Path folder, Uses uses) {
        this.folder = folder;
        this.root = folder.resolve(LAYOUT);
        this.uses = uses;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(folder);
    }

    /** The facts of a wheel that was read before. A file that cannot be read is taken for none. */
    public Optional<WheelFacts> find(Sha256 wheel) throws IOException {
        Path file = path(wheel);
        try {
            String text = Files.readString(file);
            WheelFacts facts = WheelFactsJson.read(JsonValue.read(text));
            // Whatever else it says, the facts are not those that were kept.
            if (!WheelFactsJson.text(facts).equals(text)) {
                return Optional.empty();
            }
            uses.note(file);
            return Optional.of(facts);
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
        uses.note(path(wheel));
    }

    private Path path(Sha256 wheel) {
        return root.resolve(wheel.hex().substring(0, 2)).resolve(wheel.hex() + ".json");
    }
}
