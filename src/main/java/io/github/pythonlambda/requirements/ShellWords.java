package io.github.pythonlambda.requirements;

import java.util.ArrayList;
import java.util.List;

/** Splits the options of a line into words as a POSIX shell does: Python's {@code shlex.split}. */
final class ShellWords {

    private ShellWords() {}

    static List<String> split(String text) throws LineSyntaxException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
                continue;
            }
            inWord = true;
            if (c == '\\') {
                i++;
                if (i == text.length()) {
                    throw new LineSyntaxException("a backslash at the end of the line has nothing to escape");
                }
                word.append(text.charAt(i));
            } else if (c == '\'' || c == '"') {
                i = quoted(text, i, word);
            } else {
                word.append(c);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Between double quotes, a backslash escapes nothing but itself and them. */
    private static int quoted(String text, int start, StringBuilder word) throws LineSyntaxException {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            boolean escapes = c == '\\'
                    && quote == '"'
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
            if (escapes) {
                i++;
            }
            word.append(text.charAt(i));
        }
        throw new LineSyntaxException("a quotation mark is not closed");
    }
}
