package io.github.pythonlambda.sharing;

import java.io.IOException;
import java.nio.file.Path;

/** A folder of things that builds keep for later ones. */
public interface KeptFolder {

    /** Where it is; may not exist. */
    Path folder();

    /** What is there now. */
    KeptItems items() throws IOException;
}
