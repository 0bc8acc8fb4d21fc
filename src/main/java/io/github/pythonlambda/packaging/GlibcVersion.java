package io.github.pythonlambda.packaging;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of the GNU C library, such as 2.34.
 *
 * @param major the part before the dot
 * @param minor the part after it
 */
public record GlibcVersion(int major, int minor) implements Comparable<GlibcVersion> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})");

    /** @throws IllegalArgumentException if the text is not of the form {@code 2.34} */
    public static GlibcVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a glibc version: " + text);
        }
        return new GlibcVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    // Written out, since the JVM puts a record's own together at its first use: too slow for one that lives for a
    // build.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GlibcVersion version && major == version.major && minor == version.minor;
    }

    @Override
    public int hashCode() {
        return major * 31 + minor;
    }

    @Override
    public int compareTo(GlibcVersion other) {
        return Comparator.comparingInt(GlibcVersion::major)
                .thenComparingInt(GlibcVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
