package io.github.pythonlambda.build;

import java.util.Locale;

/** Measures a step for the log. No output depends on it. */
final class Stopwatch {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long start = System.nanoTime();

    /** The seconds since it was made, such as {@code 2.3 s}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / NANOS_PER_SECOND);
    }
}
