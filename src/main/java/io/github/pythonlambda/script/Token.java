package io.github.pythonlambda.script;

/** A token of a shell script. */
sealed interface Token {

    /** A word. */
    record Text(Word word) implements Token {}

    /**
     * An operator, or the end of a line.
     *
     * @param text the operator; a line's end is {@code ;}
     * @param offset where it stands
     */
    record Operator(String text, int offset) implements Token {}
}
