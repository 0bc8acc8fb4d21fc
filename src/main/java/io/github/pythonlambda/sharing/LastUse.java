package io.github.pythonlambda.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * When a kept file or folder was last used, to the day: the time of its last modification, which those who use it set. The
 * twin for pip's side is {@code lambda_last_use.py}.
 *
 * <p>The time of the last access would not do. Most file systems are mounted so that it is set seldom or never, and a backup
 * that reads all files is no use.
 */
public final class LastUse {

    /** How much later than its time says something may have been used. */
    static final Duration PRECISION = Duration.ofDays(1);

    private LastUse() {}

    /**
     * Notes a use. Where that is not allowed, or nothing is there any more, nothing happens: at worst it has to be fetched or
     * made again some day.
     */
    public static void note(Path item) {
        try {
            Instant now = Instant.now();
            if (isOutdated(item, now)) {
                Files.setLastModifiedTime(item, FileTime.from(now));
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Whether no use has been noted lately, so that one is to be noted. A time in the future is wrong, too. */
    public static boolean isOutdated(Path item, Instant now) throws IOException {
        Instant noted = Files.getLastModifiedTime(item).toInstant();
        return Duration.between(noted, now).abs().compareTo(PRECISION) >= 0;
    }

    /**
     * Whether something has certainly not been used for a while.
     *
     * @param time zero for no time at all, which is true of everything
     */
    public static boolean isLongerAgo(Path item, Duration time, Instant now) throws IOException {
        return time.isZero()
                || !Files.getLastModifiedTime(item)
                        .toInstant()
                        .plus(PRECISION)
                        .plus(time)
                        .isAfter(now);
    }
}
