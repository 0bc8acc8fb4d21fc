package io.github.pythonlambda.archive;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one time that all entries of an archive carry: {@code project.build.outputTimestamp}, else {@code
 * SOURCE_DATE_EPOCH} (reproducible-builds.org), else 1980-02-01, the value of Maven 4. Never the clock.
 */
public final class EntryTime {

    private static final LocalDateTime FALLBACK = LocalDateTime.of(1980, 2, 1, 0, 0, 0);
    /** What a zip file can hold: DOS times start with 1980, and whoever reads them in another zone must not fall below. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:02Z");

    private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{2,}");

    private EntryTime() {}

    /**
     * Chooses the time.
     *
     * @param outputTimestamp ISO 8601 with an offset, or seconds since 1970; a single character means "not set", as it
     *     does for Maven's own plugins
     * @param sourceDateEpoch value of the environment variable, seconds since 1970
     * @return the time in UTC, whole seconds
     * @throws ProblemException if a given value cannot be read or is out of a zip file's range
     */
    public static LocalDateTime choose(@Nullable String outputTimestamp, @Nullable String sourceDateEpoch)
            throws ProblemException {
        if (outputTimestamp != null && outputTimestamp.strip().length() > 1) {
            return parse(outputTimestamp.strip(), "project.build.outputTimestamp", "the property in pom.xml");
        }
        if (sourceDateEpoch != null && !sourceDateEpoch.isBlank()) {
            return parse(sourceDateEpoch.strip(), "SOURCE_DATE_EPOCH", "the environment variable");
        }
        return FALLBACK;
    }

    private static LocalDateTime parse(String text, String name, String what) throws ProblemException {
        Instant instant;
        try {
            instant = SECONDS.matcher(text).matches()
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new ProblemException(
                    Problem.of(name + " is not a time")
                            .expected("an ISO 8601 time such as 2026-11-23T08:00:00Z, or seconds since 1970")
                            .found(text)
                            .remedy("correct " + what),
                    e);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new ProblemException(Problem.of(name + " is a time that a zip file cannot hold")
                    .expected(EARLIEST + " to " + LATEST)
                    .found(text)
                    .remedy("correct " + what));
        }
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    }
}
