package io.github.pythonlambda.packaging;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a Python project in its canonical form: lower case, each run of {@code -_.} one hyphen (PEP 503). Two
 * spellings of one name are equal.
 *
 * @param canonical the canonical form
 */
public record ProjectName(String canonical) implements Comparable<ProjectName> {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    public ProjectName {
        canonical = SEPARATORS.matcher(canonical).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ProjectName other) {
        return canonical.compareTo(other.canonical);
    }

    @Override
    public String toString() {
        return canonical;
    }
}
