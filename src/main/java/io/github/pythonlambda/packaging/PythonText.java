package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Python's strings call white space and the end of a line, which differs from Java's idea of both. */
public final class PythonText {

    /** As a member of a character class, to be compiled with {@link Pattern#UNICODE_CHARACTER_CLASS}. */
    static final String SPACE = "\\s\\x1c-\\x1f";

    private PythonText() {}

    /** As {@code str.isspace} and {@code \s} have it. */
    public static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
        }
        return c == 0x85 || c == 0x2028 || c == 0x2029 || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** As {@code str.strip}. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Each run of white space becomes one space, those at the ends nothing. */
    public static String collapseSpace(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        for (char c : strip(text).toCharArray()) {
            if (!isSpace(c)) {
                collapsed.append(c);
            } else if (collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        return collapsed.toString();
    }

    /** As {@code str.splitlines}. */
    public static List<String> splitLines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text.charAt(i))) {
                lines.add(text.substring(start, i));
                if (text.startsWith("\r\n", i)) {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static boolean endsLine(char c) {
        return c >= '\n' && c <= '\r' || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
