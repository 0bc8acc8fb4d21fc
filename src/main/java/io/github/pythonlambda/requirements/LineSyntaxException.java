package io.github.pythonlambda.requirements;

/** A line of a requirements file that pip refuses to read. */
final class LineSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    LineSyntaxException(String message) {
        super(message);
    }
}
