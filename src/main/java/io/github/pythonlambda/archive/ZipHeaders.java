package io.github.pythonlambda.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;

/**
 * The parts of a zip file around the content of its entries (APPNOTE.TXT 4.3): a header in front of each entry, and a
 * directory of all of them at the end. Names are UTF-8, everything is marked as made on Unix, and there are no extra fields.
 */
final class ZipHeaders {

    /** What fits into a header without extra fields. */
    static final long LARGEST = 0xFFFFFFFFL;

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;

    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int ZIP64_END_BYTES = 56;
    private static final int ZIP64_LOCATOR_BYTES = 20;

    private static final short MADE_ON_UNIX = (3 << 8) | 20;
    private static final short NEEDS_STORE = 10;
    private static final short NEEDS_DEFLATE = 20;
    private static final short NEEDS_ZIP64 = 45;
    private static final short UTF8_NAMES = 1 << 11;
    private static final int REGULAR_FILE = 0100000;
    private static final int MOST_ENTRIES = 0xFFFF;

    private final short dosTime;
    private final short dosDate;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /**
     * What a header tells of an entry.
     *
     * @param name in UTF-8
     * @param permissions Unix permission bits
     * @param method of compression, as in the file format
     * @param crc of the uncompressed bytes
     * @param compressedSize in bytes
     * @param size uncompressed, in bytes
     */
    record Entry(byte[] name, int permissions, int method, long crc, long compressedSize, long size) {}

    /** @param time of every entry; the format counts in steps of two seconds, from 1980 on */
    ZipHeaders(LocalDateTime time) {
        this.dosTime = (short) (time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() >> 1);
        this.dosDate = (short) (time.getYear() - 1980 << 9 | time.getMonthValue() << 5 | time.getDayOfMonth());
    }

    /**
     * Adds an entry to the directory.
     *
     * @param offset where its header will be
     * @return the header to be put in front of its content
     */
    byte[] add(Entry entry, long offset) {
        entries++;
        ByteBuffer central = buffer(CENTRAL_BYTES + entry.name().length)
                .putInt(CENTRAL_SIGNATURE)
                .putShort(MADE_ON_UNIX);
        putShared(central, entry)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt((REGULAR_FILE | entry.permissions()) << 16)
                .putInt((int) offset)
                .put(entry.name());
        directory.writeBytes(central.array());
        ByteBuffer local = buffer(LOCAL_BYTES + entry.name().length).putInt(LOCAL_SIGNATURE);
        return putShared(local, entry).put(entry.name()).array();
    }

    private ByteBuffer putShared(ByteBuffer header, Entry entry) {
        return header.putShort(entry.method() == ZipEntry.STORED ? NEEDS_STORE : NEEDS_DEFLATE)
                .putShort(UTF8_NAMES)
                .putShort((short) entry.method())
                .putShort(dosTime)
                .putShort(dosDate)
                .putInt((int) entry.crc())
                .putInt((int) entry.compressedSize())
                .putInt((int) entry.size())
                .putShort((short) entry.name().length)
                .putShort((short) 0);
    }

    /**
     * The end of the file.
     *
     * @param offset where it will begin
     * @return the directory and what says where that is
     */
    byte[] end(long offset) {
        int size = directory.size();
        if (entries > MOST_ENTRIES) {
            directory.writeBytes(zip64End(offset, size));
        }
        short shown = (short) Math.min(entries, MOST_ENTRIES);
        directory.writeBytes(buffer(END_BYTES)
                .putInt(END_SIGNATURE)
                .putInt(0)
                .putShort(shown)
                .putShort(shown)
                .putInt(size)
                .putInt((int) offset)
                .putShort((short) 0)
                .array());
        return directory.toByteArray();
    }

    /** For the number of entries alone: what is larger than 4 GiB is not written. */
    private byte[] zip64End(long offset, int size) {
        return buffer(ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES)
                .putInt(ZIP64_END_SIGNATURE)
                .putLong(ZIP64_END_BYTES - 12L)
                .putShort((short) (MADE_ON_UNIX & 0xFF00 | NEEDS_ZIP64))
                .putShort(NEEDS_ZIP64)
                .putLong(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(size)
                .putLong(offset)
                .putInt(ZIP64_LOCATOR_SIGNATURE)
                .putInt(0)
                .putLong(offset + size)
                .putInt(1)
                .array();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
