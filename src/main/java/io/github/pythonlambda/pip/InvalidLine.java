package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a line that pip cannot read what it looks like, and how a requirement is written. */
final class InvalidLine {

    /** pip's words; old releases give no reason. */
    private static final Pattern INVALID =
            Pattern.compile("ERROR: Invalid requirement: '(?<line>.*?)'(?:: (?<why>\\S.*?))?(?: \\(from line .*)?");

    private static final Pattern PLACE = Pattern.compile("\\(from line (?<number>[0-9]+) of (?<file>.+)\\)$");
    /** git's marks around the two sides of a conflict. */
    private static final Pattern CONFLICT_MARK = Pattern.compile("(<{7}|={7}|>{7}|\\|{7}).*");
    /** As in {@code boto3=1.34}, which conda writes. */
    private static final Pattern SINGLE_EQUALS =
            Pattern.compile("(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)=(?<version>[0-9][0-9A-Za-z.]*)(=[^=\\s]*)?");
    /** As in {@code boto3 = "^1.34"}, of a pyproject.toml or a Pipfile. */
    private static final Pattern TABLE_ENTRY = Pattern.compile("(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\\s*=\\s*[\"'{].*");

    private InvalidLine() {}

    /** The problem, if pip has met such a line. */
    static Optional<Problem> explain(PipOutput output) {
        List<String> lines = output.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher invalid = INVALID.matcher(lines.get(i));
            if (invalid.matches()) {
                String line = invalid.group("line");
                String why = invalid.group("why");
                return Optional.of(Problem.of("pip cannot read a line of the requirements")
                        .at(place(lines.subList(i, lines.size())))
                        .expected("a requirement such as name==1.0, name[extra]>=1.0; python_version < \"3.12\", or"
                                + " name @ https://... , or an option")
                        .found(why == null ? line : line + System.lineSeparator() + why)
                        .remedy(remedy(line)));
            }
        }
        return Optional.empty();
    }

    private static String place(List<String> told) {
        return told.stream()
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .map(place -> "%s (line %s)".formatted(place.group("file"), place.group("number")))
                .findFirst()
                .orElse("the requirements");
    }

    private static String remedy(String line) {
        Matcher single = SINGLE_EQUALS.matcher(line);
        Matcher entry = TABLE_ENTRY.matcher(line);
        if (CONFLICT_MARK.matcher(line).matches()) {
            return "settle the merge conflict, and remove the marks that git put around its two sides";
        }
        if (single.matches()) {
            return "write %s==%s".formatted(single.group("name"), single.group("version"));
        }
        if (entry.matches()) {
            return "write the requirement as %s==1.0 or %s>=1.0,<2: this is how pyproject.toml or a Pipfile has it"
                    .formatted(entry.group("name"), entry.group("name"));
        }
        return "correct the line";
    }
}
