package io.github.pythonlambda.archive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Byte counts for people: decimal units, as Maven shows its transfers. */
public final class ByteSize {

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z]*)");
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "b",
            1L,
            "kb",
            KILO,
            "mb",
            MEGA,
            "gb",
            1_000 * MEGA,
            "kib",
            1L << 10,
            "mib",
            1L << 20,
            "gib",
            1L << 30);

    private ByteSize() {}

    /** Reads a number of bytes, or one with a decimal unit ({@code 12MB}) or a binary one ({@code 250 MiB}). */
    public static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)))
                .map(unit -> new BigDecimal(matcher.group(1))
                        .multiply(BigDecimal.valueOf(unit))
                        .setScale(0, RoundingMode.DOWN))
                .map(BigDecimal::toBigInteger)
                .filter(bytes -> bytes.bitLength() < Long.SIZE)
                .map(BigInteger::longValueExact);
    }

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
