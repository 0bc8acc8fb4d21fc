package io.github.pythonlambda.requirements;

import java.util.List;
import java.util.Optional;

/**
 * A line taken apart at the first word that starts with a hyphen. What is in front of it is left as it is, since quotes
 * mean something else in markers than in a shell ({@code break_args_options} of pip's {@code req_file.py}).
 *
 * @param argument what is in front of the options; may be empty
 */
record ParsedLine(String argument, List<LineOption> options) {

    static ParsedLine parse(String line) throws LineSyntaxException {
        int start = optionsStart(line);
        if (start < 0) {
            return new ParsedLine(line, List.of());
        }
        return new ParsedLine(
                line.substring(0, Math.max(start - 1, 0)), OptionParser.parse(ShellWords.split(line.substring(start))));
    }

    /** Only a space separates words here, no tab. */
    private static int optionsStart(String line) {
        for (int i = line.indexOf('-'); i >= 0; i = line.indexOf('-', i + 1)) {
            if (i == 0 || line.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return -1;
    }

    /** What pip takes as a requirement, if anything: of several {@code -e} only the first. */
    Optional<String> requirement() {
        return argument.isEmpty() ? first(OptionName.EDITABLE) : Optional.of(argument);
    }

    boolean isEditable() {
        return first(OptionName.EDITABLE).isPresent();
    }

    Optional<String> first(OptionName name) {
        return options.stream()
                .filter(option -> option.name() == name)
                .map(LineOption::value)
                .findFirst();
    }
}
