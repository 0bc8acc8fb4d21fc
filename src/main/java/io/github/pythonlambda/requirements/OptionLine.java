package io.github.pythonlambda.requirements;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of options for the whole resolution.
 *
 * @param options in their order; never empty
 * @param references of indexes and {@code --find-links}
 */
public record OptionLine(
        Origin origin, String text, List<LineOption> options, List<Reference> references, String canonical)
        implements RequirementsLine {

    public OptionLine {
        options = List.copyOf(options);
        references = List.copyOf(references);
    }

    /** Safe to show. */
    @Override
    public String toString() {
        return origin + ": " + options.stream().map(LineOption::toString).collect(Collectors.joining(" "));
    }
}
