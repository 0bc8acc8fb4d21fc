package io.github.pythonlambda.build;

import java.time.Duration;
import java.time.Instant;

/**
 * When the answer of an earlier resolution may be used again.
 *
 * @param maxAge how old it may be; zero for never
 * @param forced whether the user asks to resolve anew ({@code -U})
 */
public record ReusePolicy(Duration maxAge, boolean forced) {

    /** What an index offers changes; a day old is what Maven itself takes for fresh. */
    public static final ReusePolicy DAILY = new ReusePolicy(Duration.ofDays(1), false);

    /** Whether an answer of some age may be used. Offline there is no better one. */
    boolean allows(Duration age, boolean offline) {
        if (maxAge.isZero() || forced && !offline) {
            return false;
        }
        return offline || age.compareTo(maxAge) < 0;
    }

    /** What was asked of an index before this moment is not to be used. */
    Instant notBefore(Instant now) {
        return forced ? now : now.minus(maxAge);
    }
}
