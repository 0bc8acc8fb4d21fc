package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import java.io.IOException;

/** A file's content is not what it was announced to be. */
public final class HashMismatchException extends IOException {

    private static final long serialVersionUID = 1L;

    public HashMismatchException(Sha256 expected, Sha256 actual) {
        super("its sha256 should be " + expected + " and is " + actual);
    }
}
