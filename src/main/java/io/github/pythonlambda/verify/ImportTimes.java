package io.github.pythonlambda.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the modules of each top-level package took themselves, without what they import from other packages; read from
 * what {@code python -X importtime} prints.
 */
final class ImportTimes {

    private static final Pattern LINE = Pattern.compile("import time:\\s+([0-9]+) \\|\\s+([0-9]+) \\|\\s+(\\S+)");
    private static final String HEADING = "import time:";
    private static final long MICROS_PER_MILLI = 1_000;

    private final Map<String, Long> microseconds = new TreeMap<>();

    /** Takes a printed line; tells whether it is none of these. */
    synchronized boolean isOther(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            microseconds.merge(matcher.group(3).split("\\.")[0], Long.parseLong(matcher.group(1)), Long::sum);
            return false;
        }
        return !line.startsWith(HEADING);
    }

    /**
     * The slowest packages, such as {@code   412 ms  pydantic}.
     *
     * @param packages the top-level names that count
     */
    synchronized List<String> slowest(Set<String> packages, int limit) {
        return slowestNames(packages, limit).stream()
                .map(name -> String.format(Locale.ROOT, "%6d ms  %s", millis(name), name))
                .toList();
    }

    /**
     * The slowest packages with another time beside their own, such as {@code   412 ms    130 ms  pydantic}, and at the end
     * all packages together.
     *
     * @param other times of the same imports
     * @param packages the top-level names that count
     */
    List<String> beside(ImportTimes other, Set<String> packages, int limit) {
        List<String> lines = new ArrayList<>();
        for (String name : slowestNames(packages, limit)) {
            lines.add(String.format(Locale.ROOT, "%6d ms %6d ms  %s", millis(name), other.millis(name), name));
        }
        if (!lines.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT, "%6d ms %6d ms  all packages", millisOf(packages), other.millisOf(packages)));
        }
        return lines;
    }

    private synchronized List<String> slowestNames(Set<String> packages, int limit) {
        return microseconds.entrySet().stream()
                .filter(entry -> packages.contains(entry.getKey()) && entry.getValue() >= MICROS_PER_MILLI)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized long millis(String name) {
        return microseconds.getOrDefault(name, 0L) / MICROS_PER_MILLI;
    }

    private synchronized long millisOf(Set<String> packages) {
        return packages.stream()
                        .mapToLong(name -> microseconds.getOrDefault(name, 0L))
                        .sum()
                / MICROS_PER_MILLI;
    }
}
