package io.github.pythonlambda.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** One entry of a {@link SourceArchive}, as its central directory describes it. */
public final class SourceEntry {

    private static final int ANY_EXECUTE_BIT = 0111;
    private static final int BUFFER_BYTES = 1 << 16;

    private final SourceArchive archive;
    private final DirectoryEntry entry;

    SourceEntry(SourceArchive archive, DirectoryEntry entry) {
        this.archive = archive;
        this.entry = entry;
    }

    /** The name as stored, which may be hostile: absolute, with {@code ..} or with backslashes. */
    public String name() {
        return entry.name();
    }

    public boolean isDirectory() {
        return entry.name().endsWith("/");
    }

    public boolean isSymbolicLink() {
        return entry.isSymbolicLink();
    }

    public boolean isEncrypted() {
        return entry.isEncrypted();
    }

    /** Whether there is another name, which some programs take. */
    public boolean hasOtherName() {
        return entry.hasOtherName();
    }

    /** Whether the name is in the encoding that the archive says: bytes that are not ASCII have to be marked as UTF-8. */
    public boolean isNameMarked() {
        for (byte character : entry.rawName()) {
            if (character < 0) {
                return entry.isUtf8();
            }
        }
        return true;
    }

    /** Whether the entry is compressed in one of the two ways that every unzip program reads. */
    public boolean isCopyable() {
        return method() == ZipEntry.STORED || method() == ZipEntry.DEFLATED;
    }

    /** Whether any execute bit is set, the rule by which pip keeps a file executable. */
    public boolean isExecutable() {
        return (entry.unixMode() & ANY_EXECUTE_BIT) != 0;
    }

    /** The type and permission bits of Unix; 0 if there are none. */
    public int unixMode() {
        return entry.unixMode();
    }

    /** Uncompressed bytes. */
    public long size() {
        return entry.size();
    }

    public long crc() {
        return entry.crc();
    }

    /** The first bytes of the uncompressed content, as many as there are up to a length. Nothing else is read or compared. */
    public byte[] readStart(int length) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream raw = compressedBytes()) {
            InputStream content = method() == ZipEntry.STORED ? raw : new InflaterInputStream(raw, inflater);
            return content.readNBytes(length);
        } finally {
            inflater.end();
        }
    }

    /**
     * The whole uncompressed content, in memory.
     *
     * @throws ZipException as {@link #copyTo} does
     */
    public byte[] readAll() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copyTo(bytes);
        return bytes.toByteArray();
    }

    /**
     * Writes the whole uncompressed content to a sink, and compares it with what the archive says of it. No more than
     * {@link #size} bytes are ever written, whatever the compressed bytes would give.
     *
     * @throws ZipException if the compressed bytes are damaged, or do not give the size and CRC-32 that the archive says
     * @throws IOException if the archive cannot be read or the sink cannot be written
     */
    public void copyTo(OutputStream sink) throws IOException {
        CRC32 crc = new CRC32();
        OutputStream checked = new CheckedOutputStream(sink, crc);
        long bytes;
        try (InputStream raw = compressedBytes()) {
            bytes = method() == ZipEntry.STORED ? store(raw, checked) : inflate(raw, checked);
        }
        if (bytes != size() || crc.getValue() != crc()) {
            throw damaged("its size or CRC-32 is not what the archive says");
        }
    }

    private InputStream compressedBytes() throws IOException {
        try {
            return compressedContent();
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw damaged("its place in the archive is wrong (" + e.getMessage() + ")");
        }
    }

    private long store(InputStream raw, OutputStream sink) throws IOException {
        if (compressedSize() != size()) {
            throw damaged("it is stored and has two sizes");
        }
        return raw.transferTo(sink);
    }

    private long inflate(InputStream raw, OutputStream sink) throws IOException {
        Inflater inflater = new Inflater(true);
        byte[] in = new byte[(int) Math.min(BUFFER_BYTES, Math.max(1, compressedSize()))];
        byte[] out = new byte[(int) Math.min(BUFFER_BYTES, size() + 1)];
        long bytes = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int n = raw.read(in);
                    if (n < 0) {
                        throw damaged("its compressed bytes are cut short");
                    }
                    inflater.setInput(in, 0, n);
                }
                int n = inflater.inflate(out);
                if (n == 0 && inflater.needsDictionary()) {
                    throw damaged("its compressed bytes are no deflate stream");
                }
                bytes += n;
                if (bytes > size()) {
                    throw damaged("it is larger than the archive says");
                }
                sink.write(out, 0, n);
            }
            if (inflater.getBytesRead() != compressedSize()) {
                throw damaged("its compressed bytes are longer than what they hold");
            }
        } catch (DataFormatException e) {
            throw damaged("its compressed bytes are no deflate stream");
        } finally {
            inflater.end();
        }
        return bytes;
    }

    private ZipException damaged(String why) {
        return new ZipException("entry " + name() + " is damaged: " + why);
    }

    private InputStream compressedContent() throws IOException {
        return archive.compressedContent(entry);
    }

    /** Copies the compressed bytes as they are. */
    void putCompressed(DigestedFile out) throws IOException {
        archive.putCompressed(entry, out);
    }

    int method() {
        return entry.method();
    }

    /** Compressed bytes. */
    public long compressedSize() {
        return entry.compressedSize();
    }
}
