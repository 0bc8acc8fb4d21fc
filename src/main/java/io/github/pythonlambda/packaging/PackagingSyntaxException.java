package io.github.pythonlambda.packaging;

/** A text that Python's packaging standards do not allow: a version, a specifier, a marker, a requirement, a tag or a file name. */
public final class PackagingSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public PackagingSyntaxException(String message) {
        super(message);
    }
}
