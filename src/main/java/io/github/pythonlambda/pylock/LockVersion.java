package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Version;

/** The versions of the format. A minor version adds keys that may be ignored, a major one need not resemble this. */
public final class LockVersion {

    /** The version that is written. */
    public static final Version NEWEST_KNOWN = of("1.0");

    private static final Version FIRST_UNREADABLE = of("2");

    private LockVersion() {}

    static boolean isReadable(Version version) {
        return version.compareTo(NEWEST_KNOWN) >= 0 && version.compareTo(FIRST_UNREADABLE) < 0;
    }

    private static Version of(String text) {
        try {
            return Version.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
