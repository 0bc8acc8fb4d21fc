package io.github.pythonlambda.bytecode;

/**
 * When Python takes a {@code .pyc} file for its source (PEP 552). The default of Python's own compiler, the source's time and
 * size, is no choice: all files of a zip have one time, and a source that has another one is compiled again.
 */
public enum Invalidation {
    /** Always; the source is not even read. For files that nobody changes. */
    UNCHECKED_HASH(1),
    /** If the source has the hash that is in the file. */
    CHECKED_HASH(3);

    private final int flags;

    Invalidation(int flags) {
        this.flags = flags;
    }

    /** What stands behind the magic number. */
    int flags() {
        return flags;
    }
}
