package io.github.pythonlambda.problem;

import java.util.Locale;

/** Text that comes from files of others, made fit for a terminal: control characters become visible. */
public final class Printable {

    private Printable() {}

    /** For example {@code a\x1bb} for a text with an escape character between a and b. */
    public static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (Character.isISOControl(character)) {
                visible.append(String.format(Locale.ROOT, "\\x%02x", (int) character));
            } else {
                visible.append(character);
            }
        }
        return visible.toString();
    }
}
