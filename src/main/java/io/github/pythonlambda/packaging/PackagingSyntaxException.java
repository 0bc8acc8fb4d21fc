package io.github.pythonlambda.packaging;

/** A text that Python's packaging standards do not allow: a version, a tag or a wheel file name. */
public final class PackagingSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public PackagingSyntaxException(String message) {
        super(message);
    }
}
