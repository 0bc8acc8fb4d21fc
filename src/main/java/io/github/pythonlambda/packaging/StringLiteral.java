package io.github.pythonlambda.packaging;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inside of a Python string literal in single or double quotes, which may have escapes. */
final class StringLiteral {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:(?<octal>[0-7]{1,3})|x(?<x>[0-9a-fA-F]{2})|u(?<u>[0-9a-fA-F]{4})|U(?<U>[0-9a-fA-F]{8})"
                    + "|N\\{(?<name>[A-Za-z0-9](?:[A-Za-z0-9 -]*[A-Za-z0-9])?)}|(?<line>\\r\\n|\\r|\\n)|(?<other>.?))",
            Pattern.DOTALL);
    private static final Map<String, String> SINGLE = Map.of(
            "\\", "\\", "'", "'", "\"", "\"", "a", "\u0007", "b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t", "v",
            "\u000b");
    /** Letters that begin an escape which here is incomplete; nothing can stand for a missing one either. */
    private static final Pattern INCOMPLETE = Pattern.compile("[xuUN]?");

    private static final Pattern LINE_END_OR_NUL = Pattern.compile("[\\r\\n\\x00]");

    private StringLiteral() {}

    /** What the literal stands for; empty if Python refuses it. */
    static Optional<String> unescape(String inside) {
        StringBuilder value = new StringBuilder();
        int end = 0;
        Matcher escapes = ESCAPE.matcher(inside);
        while (escapes.find()) {
            Optional<String> meaning = meaning(escapes);
            String before = inside.substring(end, escapes.start());
            if (meaning.isEmpty() || isBroken(before)) {
                return Optional.empty();
            }
            value.append(before).append(meaning.get());
            end = escapes.end();
        }
        String rest = inside.substring(end);
        return isBroken(rest)
                ? Optional.empty()
                : Optional.of(value.append(rest).toString());
    }

    private static boolean isBroken(String plain) {
        return LINE_END_OR_NUL.matcher(plain).find() || plain.codePoints().anyMatch(StringLiteral::isSurrogate);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static Optional<String> meaning(Matcher escape) {
        if (escape.group("octal") != null) {
            return character(Integer.parseInt(escape.group("octal"), 8));
        }
        for (String hexadecimal : new String[] {"x", "u", "U"}) {
            if (escape.group(hexadecimal) != null) {
                return character(Long.parseLong(escape.group(hexadecimal), 16));
            }
        }
        if (escape.group("name") != null) {
            return named(escape.group("name"));
        }
        if (escape.group("line") != null) {
            return Optional.of("");
        }
        String letter = escape.group("other");
        if (INCOMPLETE.matcher(letter).matches() || isBroken(letter)) {
            return Optional.empty();
        }
        return Optional.of(SINGLE.getOrDefault(letter, "\\" + letter));
    }

    private static Optional<String> character(long codePoint) {
        return codePoint > Character.MAX_CODE_POINT
                ? Optional.empty()
                : Optional.of(Character.toString((int) codePoint));
    }

    private static Optional<String> named(String name) {
        try {
            return Optional.of(Character.toString(Character.codePointOf(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
