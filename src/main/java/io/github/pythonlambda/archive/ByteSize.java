package io.github.pythonlambda.archive;

import java.util.Locale;

/** Byte counts for people: decimal units, as Maven shows its transfers. */
public final class ByteSize {

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    private ByteSize() {}

    /** For example {@code 812 B}, {@code 14.9 kB} or {@code 2.1 MB}. */
    public static String format(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < MEGA
                ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGA);
    }
}
