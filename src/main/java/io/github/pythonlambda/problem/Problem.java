package io.github.pythonlambda.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the user can put right, in the order in which a reader wants it.
 *
 * @param what one sentence: what went wrong, with the value that caused it
 * @param where the file, line or package it is about
 * @param expected what would have been right
 * @param found what is there instead
 * @param remedy what to do, naming the XML element and the {@code -D} property where a parameter is meant
 */
public record Problem(
        String what,
        @Nullable String where,
        @Nullable String expected,
        @Nullable String found,
        @Nullable String remedy) {

    private static final String INDENT = System.lineSeparator() + "  ";

    /** A problem of which only the first sentence is known so far. */
    public static Problem of(String what) {
        return new Problem(what, null, null, null, null);
    }

    public Problem at(Object place) {
        return new Problem(what, place.toString(), expected, found, remedy);
    }

    public Problem expected(String text) {
        return new Problem(what, where, text, found, remedy);
    }

    public Problem found(String text) {
        return new Problem(what, where, expected, text, remedy);
    }

    public Problem remedy(String text) {
        return new Problem(what, where, expected, found, text);
    }

    /** The whole problem as it is shown: the sentence, then one line for each part that is known. */
    public String text() {
        return what
                + line("where:    ", where)
                + line("expected: ", expected)
                + line("found:    ", found)
                + line("to do:    ", remedy);
    }

    private static String line(String label, @Nullable String text) {
        if (text == null) {
            return "";
        }
        String continuation = INDENT + " ".repeat(label.length());
        return INDENT + label + String.join(continuation, text.lines().toList());
    }
}
