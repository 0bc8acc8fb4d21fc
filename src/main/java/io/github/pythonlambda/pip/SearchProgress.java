package io.github.pythonlambda.pip;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells once a minute how many releases pip has looked at: it may try hundreds of a package before it finds an answer. */
final class SearchProgress {

    private static final Pattern LOOKED_AT = Pattern.compile("@looked-at (.+)");
    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Consumer<String> log;
    private final Map<String, Integer> releases = new HashMap<>();
    private long last;

    SearchProgress(LongSupplier nanoTime, Consumer<String> log) {
        this.nanoTime = nanoTime;
        this.log = log;
        last = nanoTime.getAsLong();
    }

    /** Takes a line that pip prints; gives back whether it is {@code lambda_progress.py}'s, and nobody else's. */
    boolean hear(String line) {
        Matcher lookedAt = LOOKED_AT.matcher(line);
        if (!lookedAt.matches()) {
            return false;
        }
        String project = lookedAt.group(1);
        releases.merge(project, 1, Integer::sum);
        long now = nanoTime.getAsLong();
        if (now - last >= INTERVAL) {
            last = now;
            int all = releases.values().stream().mapToInt(Integer::intValue).sum();
            log.accept("pip has looked at %d releases so far, %d of them of %s"
                    .formatted(all, releases.get(project), project));
        }
        return true;
    }
}
