package io.github.pythonlambda.requirements;

import io.github.pythonlambda.packaging.PythonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that end in a backslash, and the one that follows, are one line; comments are none ({@code join_lines} and
 * {@code ignore_comments} of pip's {@code req_file.py}).
 *
 * @param number the first line's, from 1
 * @param text without comment, white space around it and line ends; never empty
 */
record LogicalLine(int number, String text) {

    static List<LogicalLine> split(String content) {
        List<LogicalLine> logical = new ArrayList<>();
        @Nullable StringBuilder joined = null;
        int first = 0;
        int number = 0;
        for (String line : PythonText.splitLines(content)) {
            number++;
            boolean comment = PythonText.strip(line).startsWith("#");
            if (joined == null) {
                joined = new StringBuilder();
                first = number;
            }
            if (line.endsWith("\\") && !comment) {
                joined.append(withoutBackslashes(line));
                continue;
            }
            // A comment is one even if it follows a joined line without a space.
            joined.append(comment ? " " : "").append(line);
            add(logical, first, joined.toString());
            joined = null;
        }
        if (joined != null) {
            add(logical, first, joined.toString());
        }
        return logical;
    }

    private static void add(List<LogicalLine> logical, int number, String line) {
        String text = PythonText.strip(withoutComment(line));
        if (!text.isEmpty()) {
            logical.add(new LogicalLine(number, text));
        }
    }

    /** All of them, at both ends: so does pip. */
    private static String withoutBackslashes(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && line.charAt(start) == '\\') {
            start++;
        }
        while (end > start && line.charAt(end - 1) == '\\') {
            end--;
        }
        return line.substring(start, end);
    }

    /** A comment starts at the line's start or after white space, so that a URL may have a fragment. */
    private static String withoutComment(String line) {
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            if (i == 0 || PythonText.isSpace(line.charAt(i - 1))) {
                return line.substring(0, i);
            }
        }
        return line;
    }
}
