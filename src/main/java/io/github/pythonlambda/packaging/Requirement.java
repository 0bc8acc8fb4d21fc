package io.github.pythonlambda.packaging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dependency specifier (PEP 508), such as {@code requests[socks]>=2.8; python_version < "3.11"}. Names and extras are
 * equal if their normalised forms are.
 */
public final class Requirement {

    private final String spelledName;
    private final SortedSet<String> spelledExtras;
    private final SpecifierSet specifiers;
    private final @Nullable String url;
    private final @Nullable Marker marker;

    Requirement(
            String spelledName,
            List<String> spelledExtras,
            SpecifierSet specifiers,
            @Nullable String url,
            @Nullable Marker marker) {
        this.spelledName = spelledName;
        this.spelledExtras = new TreeSet<>(spelledExtras);
        this.specifiers = specifiers;
        this.url = url;
        this.marker = marker;
    }

    /**
     * Reads a dependency specifier.
     *
     * @throws PackagingSyntaxException if it is none; the message says where
     */
    public static Requirement parse(String text) throws PackagingSyntaxException {
        return new RequirementParser(text).parse();
    }

    public ProjectName name() {
        return new ProjectName(spelledName);
    }

    /** The name as it is written. */
    public String spelledName() {
        return spelledName;
    }

    /** The extras asked for, normalised (PEP 685). */
    public Set<String> extras() {
        return spelledExtras.stream()
                .map(extra -> new ProjectName(extra).canonical())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The versions that will do; empty, which admits all, if there is a URL. */
    public SpecifierSet specifiers() {
        return specifiers;
    }

    /** Where it is to be had from, as it is written. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** Where it counts; empty if everywhere. */
    public Optional<Marker> marker() {
        return Optional.ofNullable(marker);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Requirement requirement
                && name().equals(requirement.name())
                && extras().equals(requirement.extras())
                && specifiers.equals(requirement.specifiers)
                && Objects.equals(url, requirement.url)
                && Objects.equals(marker, requirement.marker);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), extras(), specifiers, url, marker);
    }

    /** In one form: sorted, without needless blanks. Names and versions are as they are written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(spelledName);
        if (!spelledExtras.isEmpty()) {
            text.append('[').append(String.join(",", spelledExtras)).append(']');
        }
        text.append(specifiers);
        if (url != null) {
            // The blank tells the URL, in which a semicolon may stand, from the marker.
            text.append(" @ ").append(url).append(marker == null ? "" : " ");
        }
        if (marker != null) {
            text.append("; ").append(marker);
        }
        return text.toString();
    }
}
