package io.github.pythonlambda.packaging;

import org.jspecify.annotations.Nullable;

/**
 * A text that may be a version.
 *
 * @param text as it is spelled
 * @param version what it says; {@code null} if it is no version
 */
record SpelledVersion(String text, @Nullable Version version) {

    static SpelledVersion of(Version version) {
        return new SpelledVersion(version.toString(), version);
    }

    static SpelledVersion of(String text) {
        try {
            return new SpelledVersion(text, Version.parse(text));
        } catch (PackagingSyntaxException e) {
            return new SpelledVersion(text, null);
        }
    }

    boolean isPrerelease() {
        return version != null && version.isPrerelease();
    }
}
