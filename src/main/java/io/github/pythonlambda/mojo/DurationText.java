package io.github.pythonlambda.mojo;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 1d}, {@code 12h}, {@code 30m}, {@code 0}. */
final class DurationText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6}) ?([dhm])");

    private DurationText() {}

    /** @param name the parameter, for the message */
    static Duration parse(String text, String name) throws ProblemException {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = FORM.matcher(stripped);
        if (!matcher.matches()) {
            throw new ProblemException(Problem.of("%s is no duration".formatted(name))
                    .expected("a number with d, h or m, such as 1d, 12h or 30m; or 0")
                    .found("'" + text + "'")
                    .remedy("correct <%s> or -Dpython-lambda.%s".formatted(name, name)));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
