package io.github.pythonlambda.pip;

import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of wheels that were built here, which {@code lambda_built.py} fills. They are no part of the store, since no
 * index offers them.
 *
 * @param folder where they are
 */
public record BuiltWheels(Path folder) implements KeptFolder {

    private static final FolderForm FORM = new FolderForm(
            List.of("[a-z]+/" + FolderForm.DIGEST), List.of("[a-z]+/\\.unfinished-.+", FolderForm.LOCKS));

    /** The one beside a wheel store. */
    public static BuiltWheels beside(WheelStore store) {
        return new BuiltWheels(store.root().resolveSibling("built"));
    }

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(folder);
    }

    /** What is kept as a whole with a wheel; empty for a wheel from elsewhere. */
    public Optional<Path> item(Path wheel) {
        return wheel.startsWith(folder) ? Optional.of(wheel.getParent()) : Optional.empty();
    }
}
