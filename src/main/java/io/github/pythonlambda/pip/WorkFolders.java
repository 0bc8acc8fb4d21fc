package io.github.pythonlambda.pip;

import io.github.pythonlambda.python.ScratchFolder;
import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where pip works: a folder for each run, which it leaves only if it is killed.
 *
 * @param folder where they are
 */
public record WorkFolders(Path folder) implements KeptFolder {

    private static final String PREFIX = "pip-";
    private static final FolderForm FORM = new FolderForm(List.of(), List.of(PREFIX + ".+"));

    /** Beside a wheel store, so that pip's downloads become the store's files by a hard link. */
    public static WorkFolders beside(WheelStore store) {
        return new WorkFolders(store.root().resolveSibling("work"));
    }

    ScratchFolder make() throws IOException {
        return ScratchFolder.in(folder, PREFIX);
    }

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(folder);
    }
}
