package io.github.pythonlambda.target;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Python runtime of AWS Lambda.
 *
 * @param id Lambda's name, such as {@code python3.13}
 * @param operatingSystem what it runs on
 * @param architectures what it is offered for
 * @param pythonFullVersion a full version seen in the runtime; AWS moves on to newer ones without notice
 * @param preview whether AWS offers it as a preview only
 * @param snapStart whether functions can start from snapshots
 * @param deprecation the day on which AWS ends or ended its support; {@code null} if none is announced
 * @param blockUpdate the day from which functions can no longer be updated; {@code null} if none is announced
 * @param sdkDirectory where boto3 is
 */
public record LambdaRuntime(
        String id,
        OperatingSystem operatingSystem,
        Set<Architecture> architectures,
        String pythonFullVersion,
        boolean preview,
        boolean snapStart,
        @Nullable LocalDate deprecation,
        @Nullable LocalDate blockUpdate,
        String sdkDirectory) {

    private static final String PREFIX = "python3.";

    /** Checks the name's form, since the minor version is read from it. */
    public LambdaRuntime {
        if (!id.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a Python 3 runtime: " + id);
        }
        architectures = Set.copyOf(architectures);
    }

    /** The minor version of Python 3, such as 13. */
    public int pythonMinor() {
        return Integer.parseInt(id.substring(PREFIX.length()));
    }

    /** The Python version without its last part, such as {@code 3.13}. */
    public String pythonVersion() {
        return "3." + pythonMinor();
    }

    /** Whether support has ended on the given day. */
    public boolean isDeprecated(LocalDate day) {
        return deprecation != null && !day.isBefore(deprecation);
    }

    @Override
    public String toString() {
        return id;
    }
}
