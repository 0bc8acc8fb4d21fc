package io.github.pythonlambda.script;

/** The script does something that cannot be followed without running it. */
final class UnclearScriptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /** @param offset where in the script */
    UnclearScriptException(int offset, String what) {
        super(what);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
