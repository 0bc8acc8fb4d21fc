package io.github.pythonlambda.bytecode;

import java.util.Map;
import java.util.Optional;

/**
 * The magic numbers that {@code .pyc} files begin with, by minor version of Python 3. A number is fixed with the first release
 * candidate of a minor version and stays the same for all of its releases, so what one of them compiles, all of them load.
 * Before, it changes with any alpha or beta; so there is none here for a runtime that is a preview. The numbers are those of
 * {@code importlib.util.MAGIC_NUMBER}; their history is in CPython's {@code Include/internal/pycore_magic_number.h}.
 */
final class MagicNumbers {

    private static final Map<Integer, Integer> BY_MINOR =
            Map.of(8, 3413, 9, 3425, 10, 3439, 11, 3495, 12, 3531, 13, 3571, 14, 3627);

    private MagicNumbers() {}

    /** The number of a minor version, such as 13; empty if it is not known. */
    static Optional<Integer> of(int minor) {
        return Optional.ofNullable(BY_MINOR.get(minor));
    }
}
