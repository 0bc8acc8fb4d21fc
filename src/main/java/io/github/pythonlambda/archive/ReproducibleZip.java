package io.github.pythonlambda.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Writes zip files whose bytes depend on nothing but the entries and one time.
 *
 * <p>Entries are sorted by the UTF-8 bytes of their names; modes are 0644 or 0755, marked as made on Unix, without
 * which AWS Lambda and {@code unzip} ignore them; no extra fields; no directory entries. Content copied from another
 * archive keeps its compressed bytes. Everything else is stored, not deflated: what a deflater writes differs between
 * the zlib libraries that JDKs come with, and an app's own files are small beside its dependencies.
 */
public final class ReproducibleZip {

    private static final int FILE_MODE = 0644;
    private static final int EXECUTABLE_MODE = 0755;
    private static final int BUFFER_BYTES = 1 << 18;
    private static final Comparator<byte[]> UNSIGNED_BYTES = Arrays::compareUnsigned;

    private final LocalDateTime time;

    /** @param time the time of every entry, taken as UTC; see {@link EntryTime} for the range */
    public ReproducibleZip(LocalDateTime time) {
        this.time = time;
    }

    /**
     * Writes an archive.
     *
     * @param entries in any order; their paths must differ
     * @param file is created or overwritten; it is half-written if this method fails
     * @return what was written
     * @throws IOException if a source cannot be read or the file cannot be written
     */
    public WrittenZip write(Collection<ArchiveEntry> entries, Path file) throws IOException {
        List<ArchiveEntry> sorted = sorted(entries);
        MessageDigest digest = Sha256.newDigest();
        long unzipped = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(new BufferedOutputStream(out, BUFFER_BYTES))) {
            for (ArchiveEntry entry : sorted) {
                unzipped += add(entry, zip);
            }
        }
        return new WrittenZip(Sha256.of(digest), Files.size(file), unzipped, sorted.size());
    }

    private record Named(byte[] name, ArchiveEntry entry) {}

    private static List<ArchiveEntry> sorted(Collection<ArchiveEntry> entries) {
        return entries.stream()
                .map(entry -> new Named(entry.path().getBytes(StandardCharsets.UTF_8), entry))
                .sorted(Comparator.comparing(Named::name, UNSIGNED_BYTES))
                .map(Named::entry)
                .toList();
    }

    private long add(ArchiveEntry entry, ZipArchiveOutputStream zip) throws IOException {
        if (entry.content() instanceof ArchiveEntry.Content.Copied copied) {
            SourceEntry source = copied.source();
            ZipArchiveEntry header =
                    header(entry, source.method(), source.size(), source.compressedSize(), source.crc());
            try (InputStream raw = source.compressedContent()) {
                zip.addRawArchiveEntry(header, raw);
            }
            return source.size();
        }
        // A stored entry's CRC-32 stands before its bytes, so the content is read twice; a file that changes
        // in between would make a damaged archive, hence the copy in memory.
        byte[] bytes = entry.content().read();
        ZipArchiveEntry header = header(entry, ZipMethod.STORED.getCode(), bytes.length, bytes.length, crcOf(bytes));
        zip.addRawArchiveEntry(header, new ByteArrayInputStream(bytes));
        return bytes.length;
    }

    private static long crcOf(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private ZipArchiveEntry header(ArchiveEntry entry, int method, long size, long compressedSize, long crc) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.path());
        header.setMethod(method);
        header.setSize(size);
        header.setCompressedSize(compressedSize);
        header.setCrc(crc);
        header.setUnixMode(UnixStat.FILE_FLAG | (entry.executable() ? EXECUTABLE_MODE : FILE_MODE));
        // setTime and setLastModifiedTime go through the default time zone; this one does not.
        header.setTimeLocal(time);
        return header;
    }
}
