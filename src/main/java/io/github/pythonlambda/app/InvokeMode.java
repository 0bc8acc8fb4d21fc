package io.github.pythonlambda.app;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a function's answer reaches the caller. The names are those of the setting {@code InvokeMode} of a function URL. */
public enum InvokeMode {
    /** Whole, once it is complete; 6 MB at most. */
    BUFFERED,
    /** Piece by piece, as it comes. */
    RESPONSE_STREAM;

    /** The value of the Lambda Web Adapter's variable {@code AWS_LWA_INVOKE_MODE}. */
    public String adapterValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the parameter.
     *
     * @param text in capitals, as a function URL has it, or in small letters, as the adapter has it; {@code null} or blank
     *     means {@link #BUFFERED}
     */
    public static InvokeMode parse(@Nullable String text) throws ProblemException {
        if (text == null || text.isBlank()) {
            return BUFFERED;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("there is no invoke mode '" + text + "'")
                        .expected("buffered or response_stream")
                        .found(text)
                        .remedy("correct <invokeMode> or -Dpython-lambda.invokeMode")));
    }
}
