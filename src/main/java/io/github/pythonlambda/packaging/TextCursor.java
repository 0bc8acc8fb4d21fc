package io.github.pythonlambda.packaging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text that is being parsed. */
final class TextCursor {

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private final String text;
    private int position;

    TextCursor(String text) {
        this.text = text;
    }

    /** Moves over what fits at this place; empty, without a move, if nothing does. */
    Optional<String> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group());
    }

    /** Moves over a character if it is next. */
    boolean take(char next) {
        boolean found = position < text.length() && text.charAt(position) == next;
        if (found) {
            position++;
        }
        return found;
    }

    /** Moves over spaces and tabs, and says whether there were any. */
    boolean skipBlanks() {
        return take(BLANKS).isPresent();
    }

    boolean atEnd() {
        return position == text.length();
    }

    void expect(char next, String description) throws PackagingSyntaxException {
        if (!take(next)) {
            throw expected(description);
        }
    }

    void expectEnd(String description) throws PackagingSyntaxException {
        if (!atEnd()) {
            throw expected(description);
        }
    }

    int position() {
        return position;
    }

    /** A problem with what is next. */
    PackagingSyntaxException expected(String description) {
        return failureAt(position, "expected " + description);
    }

    /** A problem with what begins at a place. */
    PackagingSyntaxException failureAt(int place, String what) {
        String where = place == text.length() ? "at the end of '" : "at character " + (place + 1) + " of '";
        return new PackagingSyntaxException(what + ' ' + where + text + "'");
    }
}
