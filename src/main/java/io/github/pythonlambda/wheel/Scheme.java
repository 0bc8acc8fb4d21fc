package io.github.pythonlambda.wheel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of places that a wheel's files are installed to (sysconfig's scheme keys, PEP 427 "The .data directory"). */
public enum Scheme {
    PURELIB,
    PLATLIB,
    SCRIPTS,
    DATA,
    HEADERS;

    /** The scheme of a folder in {@code <name>-<version>.data/}. */
    static Optional<Scheme> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.name().toLowerCase(Locale.ROOT).equals(folder))
                .findFirst();
    }
}
