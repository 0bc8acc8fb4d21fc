package io.github.pythonlambda.packaging;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a Python project in its canonical form: lower case, each run of {@code -_.} one hyphen (PEP 503). Two
 * spellings of one name are equal.
 *
 * @param canonical the canonical form
 */
public record ProjectName(String canonical) implements Comparable<ProjectName> {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");
    private static final Pattern CANONICAL = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    public ProjectName {
        canonical = SEPARATORS.matcher(canonical).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name that keeps the rules of core metadata: ASCII letters and digits, with {@code -_.} between them only.
     *
     * @throws PackagingSyntaxException if it does not
     */
    public static ProjectName parse(String name) throws PackagingSyntaxException {
        if (!VALID.matcher(name).matches()) {
            throw new PackagingSyntaxException("not a project name: '" + name + "'");
        }
        return new ProjectName(name);
    }

    /** Whether a text is a valid name and in its canonical form, as PEP 751 wants the names in a lock. */
    public static boolean isCanonical(String name) {
        return CANONICAL.matcher(name).matches();
    }

    // Written out, since the JVM puts a record's own together at its first use: too slow for one that lives for a
    // build.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProjectName name && canonical.equals(name.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
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
