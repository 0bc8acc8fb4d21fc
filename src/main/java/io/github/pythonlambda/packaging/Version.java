package io.github.pythonlambda.packaging;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version as PEP 440 defines it. Spellings that normalise to the same text are equal, and so are versions that differ
 * only in trailing zeros of the release, as the order of PEP 440 demands.
 */
public final class Version implements Comparable<Version> {

    private static final Comparator<Version> ORDER = Comparator.<Version, BigInteger>comparing(v -> v.epoch)
            .thenComparing(v -> v.release, Version::compareRelease)
            .thenComparing(Version::preRank)
            .thenComparing(v -> v.pre, Comparator.nullsFirst(Comparator.comparing(PreRelease::number)))
            .thenComparing(v -> v.post, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(v -> v.dev, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(v -> v.local, Version::compareLocal);

    private final BigInteger epoch;
    private final List<BigInteger> release;
    private final @Nullable PreRelease pre;
    private final @Nullable BigInteger post;
    private final @Nullable BigInteger dev;
    private final List<String> local;

    /**
     * The {@code rc1} of 1.0rc1.
     *
     * @param kind {@code a}, {@code b} or {@code rc}
     */
    record PreRelease(String kind, BigInteger number) {}

    Version(
            BigInteger epoch,
            List<BigInteger> release,
            @Nullable PreRelease pre,
            @Nullable BigInteger post,
            @Nullable BigInteger dev,
            List<String> local) {
        this.epoch = epoch;
        this.release = List.copyOf(release);
        this.pre = pre;
        this.post = post;
        this.dev = dev;
        this.local = List.copyOf(local);
    }

    /**
     * Reads a version in any spelling that PEP 440 accepts.
     *
     * @throws PackagingSyntaxException if it is no version
     */
    public static Version parse(String text) throws PackagingSyntaxException {
        return VersionParser.parse(text);
    }

    /** The number before the {@code !}, nearly always 0. */
    public BigInteger epoch() {
        return epoch;
    }

    /** The numbers of the release: 3, 11 and 0 for 3.11.0rc1. There is at least one. */
    public List<BigInteger> release() {
        return release;
    }

    /** The parts behind the {@code +}; empty if there are none. */
    public List<String> local() {
        return local;
    }

    /** Whether it is not yet final: an alpha, a beta, a release candidate or a dev release of anything. */
    public boolean isPrerelease() {
        return pre != null || dev != null;
    }

    public boolean isPostrelease() {
        return post != null;
    }

    public boolean isDevrelease() {
        return dev != null;
    }

    /** What others know it by: 1.0 for 1.0+ubuntu.1. */
    public Version withoutLocal() {
        return local.isEmpty() ? this : new Version(epoch, release, pre, post, dev, List.of());
    }

    /** The same version in the shortest form: 1 for 1.0.0. */
    public Version withoutTrailingZeros() {
        int end = release.size();
        while (end > 1 && release.get(end - 1).signum() == 0) {
            end--;
        }
        return new Version(epoch, release.subList(0, end), pre, post, dev, local);
    }

    /** The version that this one is a post-release of, or itself: 1.0rc1 for 1.0rc1.post2.dev3+local. */
    Version withoutPost() {
        return post == null ? this : new Version(epoch, release, pre, null, null, List.of());
    }

    /** The first of all its dev releases, which nothing but earlier versions is before. */
    Version firstDev() {
        return new Version(epoch, release, pre, post, BigInteger.ZERO, List.of());
    }

    /** Whether it is nothing but a release with perhaps an epoch, as a prefix in a specifier must be. */
    boolean isRelease() {
        return !isPrerelease() && !isPostrelease() && local.isEmpty();
    }

    /** Whether its release begins with these numbers, as if it ended in any number of zeros ("Prefix matching"). */
    boolean startsWith(BigInteger otherEpoch, List<BigInteger> prefix) {
        if (!epoch.equals(otherEpoch)) {
            return false;
        }
        List<BigInteger> start = release.subList(0, Math.min(prefix.size(), release.size()));
        return compareRelease(start, prefix) == 0;
    }

    static boolean isNumber(String segment) {
        return segment.chars().allMatch(c -> c >= '0' && c <= '9');
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
        if (pre != null) {
            return pre.kind();
        }
        return post == null && dev != null ? "" : "z";
    }

    /** None is before any: a list that another one starts with comes first. */
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
        return Objects.hash(epoch, withoutTrailingZeros().release, pre, post, dev, local);
    }

    /** The normalised form. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (epoch.signum() > 0) {
            text.append(epoch).append('!');
        }
        text.append(release.stream().map(BigInteger::toString).collect(Collectors.joining(".")));
        if (pre != null) {
            text.append(pre.kind()).append(pre.number());
        }
        if (post != null) {
            text.append(".post").append(post);
        }
        if (dev != null) {
            text.append(".dev").append(dev);
        }
        if (!local.isEmpty()) {
            text.append('+').append(String.join(".", local));
        }
        return text.toString();
    }
}
