package io.github.pythonlambda.build;

/** A number with its noun, for the log. */
public final class Counted {

    private Counted() {}

    /** For example {@code 1 package} or {@code 2 packages}. */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
