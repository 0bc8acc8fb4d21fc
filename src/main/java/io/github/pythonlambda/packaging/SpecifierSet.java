package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version specifier (PEP 440): clauses that all have to hold, such as {@code >=1.2,!=1.4.*}. None at all admits
 * everything.
 *
 * @param clauses in the order of their texts, none twice
 */
public record SpecifierSet(List<Specifier> clauses) {

    public SpecifierSet {
        clauses = clauses.stream()
                .sorted(Comparator.comparing(Specifier::toString))
                .distinct()
                .toList();
    }

    /**
     * Reads clauses with commas between them; the text may be empty.
     *
     * @throws PackagingSyntaxException if one of them is none; the message says why
     */
    public static SpecifierSet parse(String text) throws PackagingSyntaxException {
        List<Specifier> clauses = new ArrayList<>();
        for (String clause : text.split(",")) {
            if (!PythonText.strip(clause).isEmpty()) {
                clauses.add(Specifier.parse(clause));
            }
        }
        return new SpecifierSet(clauses);
    }

    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /**
     * Whether a version is within all clauses, pre-release or not: where there is no other to choose, PEP 440 admits
     * pre-releases.
     */
    public boolean contains(Version version) {
        return contains(SpelledVersion.of(version), true);
    }

    /** @param prereleases whether a version that is not final can be within */
    public boolean contains(Version version, boolean prereleases) {
        return contains(SpelledVersion.of(version), prereleases);
    }

    /** As {@link #contains(Version)}, for a text that may be no version; {@code ===} compares it as it is spelled. */
    public boolean contains(String text) {
        return contains(SpelledVersion.of(text), true);
    }

    /** As {@link #contains(Version, boolean)}, for a text that may be no version. */
    public boolean contains(String text, boolean prereleases) {
        return contains(SpelledVersion.of(text), prereleases);
    }

    private boolean contains(SpelledVersion candidate, boolean prereleases) {
        return (prereleases || !candidate.isPrerelease())
                && clauses.stream().allMatch(clause -> clause.contains(candidate));
    }

    /**
     * Those of several versions that can be chosen, in their order: pre-releases only if a clause names one, or if
     * nothing else is within (PEP 440, "Handling of pre-releases").
     */
    public List<Version> choices(List<Version> versions) {
        List<Version> within = versions.stream().filter(this::contains).toList();
        if (clauses.stream().anyMatch(Specifier::namesPrerelease)) {
            return within;
        }
        List<Version> finals =
                within.stream().filter(version -> !version.isPrerelease()).toList();
        return finals.isEmpty() ? within : finals;
    }

    /** The clauses, sorted, with commas and no blanks between them. */
    @Override
    public String toString() {
        return clauses.stream().map(Specifier::toString).collect(Collectors.joining(","));
    }
}
