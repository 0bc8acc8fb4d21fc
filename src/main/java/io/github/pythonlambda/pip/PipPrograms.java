package io.github.pythonlambda.pip;

import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of {@link PipProgram}s, one for each version of this plugin that was used.
 *
 * @param folder where they are
 */
public record PipPrograms(Path folder) implements KeptFolder {

    private static final FolderForm FORM =
            new FolderForm(List.of("[0-9a-f]{%d}".formatted(PipProgram.FOLDER_NAME_LENGTH)), List.of());

    /** The one beside a wheel store. */
    public static PipPrograms beside(WheelStore store) {
        return new PipPrograms(store.root().resolveSibling("program"));
    }

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(folder);
    }
}
