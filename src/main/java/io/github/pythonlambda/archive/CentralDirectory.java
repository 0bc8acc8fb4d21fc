package io.github.pythonlambda.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads a zip file's central directory (APPNOTE.TXT 4.3.12 to 4.3.16). It is found as Python's {@code zipfile} does it, so
 * that pip and this plugin see the same entries: its end is the last one in the file, a ZIP64 end stands right in front of
 * that, and if there is anything before the archive, all offsets count from behind it.
 */
final class CentralDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_END_BYTES = 56;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_BYTES = 20;
    private static final int ZIP64_FIELD = 1;
    private static final int UNICODE_NAME_FIELD = 0x7075;
    private static final int UNICODE_NAME_AT = 5;
    private static final long IN_ZIP64_FIELD = 0xFFFFFFFFL;
    private static final int ON_UNIX = 3;

    /** Half a million entries, far above what a function may have; more would only be a burden on memory. */
    private static final long LARGEST = 1 << 26;

    /** Larger than any file system has files; sums of a few such numbers do not overflow. */
    private static final long LARGEST_NUMBER = 1L << 60;

    private final List<DirectoryEntry> entries;
    private final boolean endsWithFile;

    /**
     * What the end of a directory says of it.
     *
     * @param position where the end begins
     * @param entries how many there are
     * @param countBits how many bits of that number are told
     * @param size of the directory, in bytes
     * @param offset where it begins, if the archive begins where the file does
     */
    private record End(long position, long entries, int countBits, long size, long offset) {}

    private CentralDirectory(FileBytes file) throws IOException {
        long tailStart = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = file.exactly((int) (file.size() - tailStart), tailStart);
        int endAt = lastEnd(tail);
        endsWithFile = endAt + END_BYTES + Short.toUnsignedInt(tail.getShort(endAt + 20)) == tail.limit();
        End end = end(file, tail.slice(endAt, END_BYTES).order(tail.order()), tailStart + endAt);
        if (!isPlausible(end.size()) || !isPlausible(end.offset()) || end.size() > LARGEST) {
            throw new ZipException("its directory is not where its end says");
        }
        long start = end.position() - end.size();
        long shift = start - end.offset();
        if (start < 0 || shift < 0) {
            throw new ZipException("its directory is not where its end says");
        }
        entries = readEntries(file.exactly((int) end.size(), start), shift);
        if ((entries.size() - end.entries() & (1L << end.countBits()) - 1) != 0) {
            throw new ZipException(
                    "its directory has %d entries, and its end speaks of %d".formatted(entries.size(), end.entries()));
        }
    }

    /**
     * Reads all entries.
     *
     * @throws ZipException if the file is no zip file
     * @throws IOException if it cannot be read
     */
    static CentralDirectory read(FileBytes file) throws IOException {
        return new CentralDirectory(file);
    }

    /** In the directory's order. */
    List<DirectoryEntry> entries() {
        return entries;
    }

    /** Whether nothing comes behind the directory's end and the comment in it. */
    boolean endsWithFile() {
        return endsWithFile;
    }

    private static boolean isPlausible(long number) {
        return number >= 0 && number <= LARGEST_NUMBER;
    }

    private static int lastEnd(ByteBuffer tail) throws ZipException {
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new ZipException("it has no directory");
    }

    private static End end(FileBytes file, ByteBuffer end, long position) throws IOException {
        long zip64At = position - ZIP64_LOCATOR_BYTES - ZIP64_END_BYTES;
        if (zip64At >= 0) {
            ByteBuffer zip64 = file.exactly(ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES, zip64At);
            if (zip64.getInt(ZIP64_END_BYTES) == ZIP64_LOCATOR_SIGNATURE) {
                if (zip64.getInt(0) != ZIP64_END_SIGNATURE) {
                    throw new ZipException("its ZIP64 end is not where it has to be");
                }
                return new End(zip64At, zip64.getLong(32), Long.SIZE - 1, zip64.getLong(40), zip64.getLong(48));
            }
        }
        return new End(
                position,
                Short.toUnsignedLong(end.getShort(10)),
                Short.SIZE,
                Integer.toUnsignedLong(end.getInt(12)),
                Integer.toUnsignedLong(end.getInt(16)));
    }

    private static List<DirectoryEntry> readEntries(ByteBuffer directory, long shift) throws ZipException {
        List<DirectoryEntry> entries = new ArrayList<>();
        while (directory.hasRemaining()) {
            int at = directory.position();
            if (directory.remaining() < ENTRY_BYTES || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw new ZipException("its directory is damaged");
            }
            int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
            int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
            int commentLength = Short.toUnsignedInt(directory.getShort(at + 32));
            int length = ENTRY_BYTES + nameLength + extraLength + commentLength;
            if (directory.remaining() < length) {
                throw new ZipException("its directory is cut short");
            }
            byte[] name = new byte[nameLength];
            directory.get(at + ENTRY_BYTES, name);
            ByteBuffer extra =
                    directory.slice(at + ENTRY_BYTES + nameLength, extraLength).order(directory.order());
            entries.add(entry(directory, at, name, new ExtraFields(extra), shift));
            directory.position(at + length);
        }
        return List.copyOf(entries);
    }

    private static DirectoryEntry entry(ByteBuffer directory, int at, byte[] name, ExtraFields extra, long shift)
            throws ZipException {
        int flags = directory.getShort(at + 8);
        boolean onUnix = directory.get(at + 5) == ON_UNIX;
        // The ZIP64 field has them in this order.
        long size = extra.whole(directory.getInt(at + 24));
        long compressedSize = extra.whole(directory.getInt(at + 20));
        long offset = extra.whole(directory.getInt(at + 42));
        if (!isPlausible(size) || !isPlausible(compressedSize) || !isPlausible(offset)) {
            throw new ZipException("its directory has numbers that no file can have");
        }
        return new DirectoryEntry(
                name,
                text(name, flags),
                extra.hasOtherName(name),
                flags,
                Short.toUnsignedInt(directory.getShort(at + 10)),
                Integer.toUnsignedLong(directory.getInt(at + 16)),
                compressedSize,
                size,
                onUnix ? directory.getInt(at + 38) >>> 16 : 0,
                offset + shift);
    }

    private static String text(byte[] name, int flags) throws ZipException {
        if (!DirectoryEntry.isUtf8(flags)) {
            // Of bytes that are not ASCII nobody knows the meaning; this is for messages.
            return new String(name, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ZipException("the name of an entry is not UTF-8, which it is said to be");
        }
    }

    /** The fields behind an entry's name: numbers that do not fit into 32 bits, and another name (APPNOTE.TXT 4.5.3, 4.6.9). */
    private static final class ExtraFields {

        private ByteBuffer numbers = ByteBuffer.allocate(0);
        private byte[] unicodeName = {};

        ExtraFields(ByteBuffer extra) {
            while (extra.remaining() >= 4) {
                int id = Short.toUnsignedInt(extra.getShort());
                int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
                if (id == ZIP64_FIELD) {
                    numbers = extra.slice(extra.position(), length).order(extra.order());
                } else if (id == UNICODE_NAME_FIELD && length > UNICODE_NAME_AT) {
                    unicodeName = new byte[length - UNICODE_NAME_AT];
                    extra.get(extra.position() + UNICODE_NAME_AT, unicodeName);
                }
                extra.position(extra.position() + length);
            }
        }

        /** A number, or the next one of the field if it says so. */
        long whole(int number) throws ZipException {
            long value = Integer.toUnsignedLong(number);
            if (value != IN_ZIP64_FIELD) {
                return value;
            }
            if (numbers.remaining() < Long.BYTES) {
                throw new ZipException("its directory lacks a number that is too large for 32 bits");
            }
            return numbers.getLong();
        }

        boolean hasOtherName(byte[] name) {
            return unicodeName.length > 0 && !Arrays.equals(unicodeName, name);
        }
    }
}
