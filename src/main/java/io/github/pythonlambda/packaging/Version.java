package io.github.pythonlambda.packaging;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version as PEP 440 defines it. Spellings that normalise to the same text are equal, and so are versions that differ
 * only in trailing zeros of the release, as the order of PEP 440 demands.
 */
public final class Version implements Comparable<Version> {

    private static final Pattern FORM = Pattern.compile("""
            \\s*+v?
            (?:(?<epoch>[0-9]+)!)?
            (?<release>[0-9]+(?:\\.[0-9]+)*)
            (?:[-_.]?(?<preKind>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?
            (?<post>-(?<postImplicit>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?
            (?<dev>[-_.]?dev[-_.]?(?<devNumber>[0-9]+)?)?
            (?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?
            \\s*+
            """, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> PRE_KINDS =
            Map.of("alpha", "a", "beta", "b", "c", "rc", "pre", "rc", "preview", "rc");
    /** Unicode's idea of white space is what Python strips around a version. */
    private static final Pattern OUTER_SPACE =
            Pattern.compile("^[\\s\\x1c-\\x1f]+|[\\s\\x1c-\\x1f]+$", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Comparator<Version> ORDER = Comparator.<Version, BigInteger>comparing(v -> v.epoch)
            .thenComparing(v -> v.release, Version::compareRelease)
            .thenComparing(Version::comparePre)
            .thenComparing(v -> v.post, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(v -> v.dev, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(v -> v.local, Comparator.nullsFirst(Version::compareLocal));

    private final BigInteger epoch;
    private final List<BigInteger> release;
    private final @Nullable String preKind;
    private final BigInteger preNumber;
    private final @Nullable BigInteger post;
    private final @Nullable BigInteger dev;
    private final @Nullable List<String> local;

    private Version(Matcher parts) {
        epoch = number(parts.group("epoch"));
        release = List.of(parts.group("release").split("\\.")).stream()
                .map(BigInteger::new)
                .toList();
        String kind = lowerCase(parts.group("preKind"));
        preKind = kind == null ? null : PRE_KINDS.getOrDefault(kind, kind);
        preNumber = number(parts.group("preNumber"));
        String implicitPost = parts.group("postImplicit");
        post = parts.group("post") == null
                ? null
                : number(implicitPost == null ? parts.group("postNumber") : implicitPost);
        dev = parts.group("dev") == null ? null : number(parts.group("devNumber"));
        String localText = lowerCase(parts.group("local"));
        local = localText == null
                ? null
                : List.of(localText.split("[-_.]")).stream()
                        .map(Version::localSegment)
                        .toList();
    }

    /**
     * Reads a version in any spelling that PEP 440 accepts.
     *
     * @throws PackagingSyntaxException if it is no version
     */
    public static Version parse(String text) throws PackagingSyntaxException {
        Matcher matcher = FORM.matcher(OUTER_SPACE.matcher(text).replaceAll(""));
        if (!matcher.matches()) {
            throw new PackagingSyntaxException("not a version (PEP 440): '" + text + "'");
        }
        return new Version(matcher);
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static boolean isNumber(String segment) {
        return Character.isDigit(segment.charAt(0)) && segment.chars().allMatch(Character::isDigit);
    }

    private static String localSegment(String segment) {
        return isNumber(segment) ? new BigInteger(segment).toString() : segment;
    }

    private static int compareRelease(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            BigInteger left = i < a.size() ? a.get(i) : BigInteger.ZERO;
            BigInteger right = i < b.size() ? b.get(i) : BigInteger.ZERO;
            int order = left.compareTo(right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** 1.0.dev1 &lt; 1.0a1 &lt; 1.0b1 &lt; 1.0rc1 &lt; 1.0 &lt; 1.0.post1: a pure dev release is before all pre-releases. */
    private String preRank() {
        if (preKind != null) {
            return preKind;
        }
        return post == null && dev != null ? "" : "z";
    }

    private static int comparePre(Version a, Version b) {
        int order = a.preRank().compareTo(b.preRank());
        return order != 0 ? order : a.preNumber.compareTo(b.preNumber);
    }

    private static int compareLocal(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareLocalSegment(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareLocalSegment(String a, String b) {
        boolean numberA = isNumber(a);
        boolean numberB = isNumber(b);
        if (numberA != numberB) {
            return numberA ? 1 : -1;
        }
        return numberA ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        List<BigInteger> significant = new ArrayList<>(release);
        while (!significant.isEmpty() && significant.get(significant.size() - 1).signum() == 0) {
            significant.remove(significant.size() - 1);
        }
        return significant.hashCode();
    }

    /** The normalised form. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (epoch.signum() > 0) {
            text.append(epoch).append('!');
        }
        text.append(release.stream().map(BigInteger::toString).collect(Collectors.joining(".")));
        if (preKind != null) {
            text.append(preKind).append(preNumber);
        }
        if (post != null) {
            text.append(".post").append(post);
        }
        if (dev != null) {
            text.append(".dev").append(dev);
        }
        if (local != null) {
            text.append('+').append(String.join(".", local));
        }
        return text.toString();
    }
}
