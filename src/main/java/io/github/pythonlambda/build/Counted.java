package io.github.pythonlambda.build;

/** A number with its noun, for the log. */
final class Counted {

    private Counted() {}

    /** For example {@code 1 package} or {@code 2 packages}. */
    static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
