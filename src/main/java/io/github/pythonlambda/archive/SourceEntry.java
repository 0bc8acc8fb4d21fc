package io.github.pythonlambda.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** One entry of a {@link SourceArchive}, as its central directory describes it. */
public final class SourceEntry {

    private static final int ANY_EXECUTE_BIT = 0111;

    private final SourceArchive archive;
    private final ZipArchiveEntry entry;

    private final String name;

    SourceEntry(SourceArchive archive, ZipArchiveEntry entry) {
        this.archive = archive;
        this.entry = entry;
        this.name = storedName(entry);
    }

    private static String storedName(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        for (byte character : raw) {
            if (character == '\\') {
                // Commons Compress makes slashes of the backslashes of archives from DOS; other unzip programs do not.
                return new String(raw, StandardCharsets.UTF_8);
            }
        }
        return entry.getName();
    }

    /** The name as stored, which may be hostile: absolute, with {@code ..} or with backslashes. */
    public String name() {
        return name;
    }

    public boolean isDirectory() {
        return entry.isDirectory();
    }

    public boolean isSymbolicLink() {
        return entry.isUnixSymlink();
    }

    public boolean isEncrypted() {
        return entry.getGeneralPurposeBit().usesEncryption();
    }

    /** Whether the entry is compressed in one of the two ways that every unzip program reads. */
    public boolean isCopyable() {
        return entry.getMethod() == ZipMethod.STORED.getCode() || entry.getMethod() == ZipMethod.DEFLATED.getCode();
    }

    /** Whether any execute bit is set, the rule by which pip keeps a file executable. */
    public boolean isExecutable() {
        return (entry.getUnixMode() & ANY_EXECUTE_BIT) != 0;
    }

    /** Uncompressed bytes. */
    public long size() {
        return entry.getSize();
    }

    public long crc() {
        return entry.getCrc();
    }

    /** The uncompressed content. */
    public InputStream content() throws IOException {
        return archive.content(entry);
    }

    /** The whole uncompressed content, in memory. */
    public byte[] readAll() throws IOException {
        try (InputStream in = content()) {
            return in.readAllBytes();
        }
    }

    /**
     * Reads the entry to its end.
     *
     * @throws IOException if its compressed data are damaged, or do not have the size and CRC-32 that the archive says
     */
    public void verify() throws IOException {
        CRC32 crc = new CRC32();
        long bytes;
        try (CheckedInputStream in = new CheckedInputStream(content(), crc)) {
            bytes = in.transferTo(OutputStream.nullOutputStream());
        }
        if (bytes != size() || crc.getValue() != crc()) {
            throw new ZipException("entry " + name() + " is damaged: its size or CRC-32 is not what the archive says");
        }
    }

    InputStream compressedContent() throws IOException {
        return archive.compressedContent(entry);
    }

    int method() {
        return entry.getMethod();
    }

    long compressedSize() {
        return entry.getCompressedSize();
    }
}
