package io.github.pythonlambda.template;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes a function reachable by HTTP. */
public enum Endpoint {
    /** An HTTP API of API Gateway that hands every request to the function. It cannot stream. */
    HTTP_API,
    FUNCTION_URL,
    /** The function is invoked by other means. */
    NONE;

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the parameter.
     *
     * @param text {@code null} or blank leaves the choice to the template
     */
    public static Optional<Endpoint> parse(@Nullable String text) throws ProblemException {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(endpoint -> endpoint.id().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("there is no endpoint '" + text + "'")
                        .expected(Arrays.stream(values()).map(Endpoint::id).collect(Collectors.joining(", ")))
                        .found(text)
                        .remedy("correct <endpoint> or -Dpython-lambda.endpoint, or leave it out"))));
    }
}
