package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of compiled modules, whichever CPython wrote them.
 *
 * @param folder as for {@link BytecodeCompilers}
 */
public record KeptBytecode(Path folder) implements KeptFolder {

    private static final String OF_WHEEL = FolderForm.TWO_DIGITS + "/" + FolderForm.DIGEST + "/";
    private static final FolderForm FORM = new FolderForm(
            List.of(OF_WHEEL + ".+\\.zip"), List.of(OF_WHEEL + FolderForm.STAGED, ModuleCompiler.SCRATCH + ".+"));

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(folder);
    }
}
