package io.github.pythonlambda.wheel;

/**
 * Something about a wheel's content that is not as the wheel says.
 *
 * @param kind what it is
 * @param path the entry or the line of RECORD it is about
 * @param expected what the wheel says; empty if that is no value
 * @param found what is there; empty if that is no value
 */
public record ContentFault(Kind kind, String path, String expected, String found) {

    /** The kinds of faults. */
    public enum Kind {
        /** An entry's compressed bytes do not give what the archive says. */
        DAMAGED,
        /** The archive can be read in two ways. */
        AMBIGUOUS,
        /** There is no RECORD. */
        NO_RECORD,
        /** A line of RECORD has not the form {@code path,hash,size}. */
        RECORD_SYNTAX,
        /** A file that RECORD does not list. */
        NOT_LISTED,
        /** A file that RECORD lists without a hash, or with one of a kind that is not allowed. */
        NO_HASH,
        /** A file whose content has another hash than RECORD says. */
        WRONG_HASH,
        /** A file whose content has another size than RECORD says. */
        WRONG_SIZE,
        /** A file that RECORD lists and the wheel has not. */
        MISSING
    }
}
