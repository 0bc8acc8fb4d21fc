package io.github.pythonlambda.pip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What pip printed, without credentials.
 *
 * @param lines errors among them
 */
record PipOutput(List<String> lines) {

    private static final String ERROR = "ERROR: ";
    private static final String WARNING = "WARNING: ";
    /** What {@code lambda_builder.py} puts before the lines of a build. */
    private static final String OF_A_BUILD = "  | ";

    /** pip's general advice, which is no help beside the particular one. */
    private static final List<String> NOISE = List.of(
            "ERROR: ResolutionImpossible",
            "To fix this you could try to:",
            "1. loosen the range",
            "2. remove package versions",
            "ERROR: Ignored the following versions that require a different python version",
            "ERROR: Ignored the following yanked versions");

    /** A heading whose lines, each indented, say no more than which packages the conflict is about. */
    private static final String NAMES_FOLLOW = "Additionally, some packages in these conflicts";
    /** What pip says of each attempt to reach an index that it cannot reach, and the record once. */
    private static final String RETRYING = "Retrying (Retry(";

    PipOutput {
        lines = lines.stream().filter(line -> !line.startsWith(OF_A_BUILD)).toList();
    }

    /** From the first line that tells of an error to the end, without general advice; of a stack trace the last line. */
    String words() {
        int trace = indexOf("Traceback");
        int first = indexOf(ERROR);
        List<String> told = lines.subList(first < lines.size() ? first : 0, lines.size());
        if (trace < lines.size()) {
            told = lines.subList(lines.size() - 1, lines.size());
        }
        String words = withoutNames(told).stream()
                .filter(line -> NOISE.stream().noneMatch(line::startsWith))
                .filter(line -> !line.startsWith("@"))
                .map(line -> line.startsWith(ERROR) ? line.substring(ERROR.length()) : line)
                .collect(Collectors.joining(System.lineSeparator()))
                .strip();
        return words.isEmpty() ? "pip ended without a message" : "pip says: " + words;
    }

    private static List<String> withoutNames(List<String> told) {
        List<String> kept = new ArrayList<>();
        boolean names = false;
        for (String line : told) {
            names = line.startsWith(NAMES_FOLLOW) || (names && line.startsWith(" "));
            if (!names) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** What pip warns of. */
    List<String> warnings() {
        return lines.stream()
                .filter(line -> line.startsWith(WARNING))
                .map(line -> line.substring(WARNING.length()))
                .filter(line -> !line.startsWith(RETRYING))
                .distinct()
                .toList();
    }

    /** The last line, in words. */
    String lastLine() {
        return lines.isEmpty() ? "no message" : lines.get(lines.size() - 1);
    }

    /** The first line that starts with a text; the number of lines if there is none. */
    private int indexOf(String start) {
        int index = 0;
        while (index < lines.size() && !lines.get(index).startsWith(start)) {
            index++;
        }
        return index;
    }
}
