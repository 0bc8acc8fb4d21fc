package io.github.pythonlambda.index;

import java.io.IOException;
import java.time.Duration;

/**
 * How often to try, and how long to wait in between.
 *
 * @param attempts all of them, the first one included
 * @param firstPause doubled with each further attempt
 * @param longestPause the limit for that, and for what a server asks to wait
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    /** About six seconds in all, unless a server asks for more patience. */
    public static final RetryPolicy USUAL = new RetryPolicy(5, Duration.ofMillis(400), Duration.ofSeconds(30));

    /** Something that can be tried again. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Runs something until it succeeds, fails for good, or has been tried often enough.
     *
     * @throws IOException why the last attempt failed
     */
    public <T> T run(Attempt<T> attempt) throws IOException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return attempt.run();
            } catch (RetryableException e) {
                if (failures >= attempts) {
                    throw e;
                }
                Thread.sleep(pause(failures, e).toMillis());
            }
        }
    }

    Duration pause(int failures, RetryableException failure) {
        Duration doubled = firstPause.multipliedBy(1L << (failures - 1));
        Duration asked = failure.pause().orElse(Duration.ZERO);
        Duration pause = asked.compareTo(doubled) > 0 ? asked : doubled;
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
