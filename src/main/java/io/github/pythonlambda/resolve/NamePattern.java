package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern for names of projects, in which {@code *} stands for any characters, none included, and {@code ?} for one. As
 * for names themselves (PEP 503), neither case nor the choice among {@code -}, {@code _} and {@code .} makes a difference.
 *
 * @param text the pattern as it was written
 */
public record NamePattern(String text) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._*?-]+");

    /** Reads a pattern; empty if there is a character in it that no name has. */
    public static Optional<NamePattern> parse(String text) {
        return VALID.matcher(text).matches() ? Optional.of(new NamePattern(text)) : Optional.empty();
    }

    /** Whether a name is one of those that the pattern stands for. */
    public boolean matches(ProjectName name) {
        String expression = canonical().replaceAll("\\*+", ".*").replace('?', '.');
        return name.canonical().matches(expression);
    }

    /** The part of the pattern that stands for itself, in canonical form. */
    String literal() {
        return canonical().replaceAll("[*?]", "").replaceAll("^-+|-+$", "");
    }

    /** In the one spelling that names have, too. */
    private String canonical() {
        return new ProjectName(text).canonical();
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
