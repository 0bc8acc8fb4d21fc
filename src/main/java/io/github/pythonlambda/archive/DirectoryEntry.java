package io.github.pythonlambda.archive;

/**
 * What a zip file's central directory says of an entry (APPNOTE.TXT 4.3.12).
 *
 * @param rawName the name as stored
 * @param name the same as text
 * @param hasOtherName whether a field for Unicode has another name, which some programs take
 * @param flags the general purpose bits
 * @param method of compression, as in the file format
 * @param crc of the uncompressed bytes
 * @param compressedSize in bytes
 * @param size uncompressed, in bytes
 * @param unixMode type and permission bits; 0 if the entry was not made on Unix
 * @param headerOffset where in the file the entry begins, with a header of its own
 */
record DirectoryEntry(
        byte[] rawName,
        String name,
        boolean hasOtherName,
        int flags,
        int method,
        long crc,
        long compressedSize,
        long size,
        int unixMode,
        long headerOffset) {

    private static final int ENCRYPTED = 1;
    private static final int UTF8 = 1 << 11;
    private static final int TYPE_BITS = 0170000;
    private static final int SYMBOLIC_LINK = 0120000;

    boolean isEncrypted() {
        return isEncrypted(flags);
    }

    static boolean isEncrypted(int flags) {
        return (flags & ENCRYPTED) != 0;
    }

    /** Whether the name is said to be in UTF-8. */
    boolean isUtf8() {
        return isUtf8(flags);
    }

    static boolean isUtf8(int flags) {
        return (flags & UTF8) != 0;
    }

    boolean isSymbolicLink() {
        return (unixMode & TYPE_BITS) == SYMBOLIC_LINK;
    }
}
