package io.github.pythonlambda.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Writes zip files whose bytes depend on nothing but the entries and one time.
 *
 * <p>Entries are sorted by the UTF-8 bytes of their names; modes are 0644 or 0755, marked as made on Unix, without
 * which AWS Lambda and {@code unzip} ignore them; no extra fields; no directory entries. Content copied from another
 * archive keeps its compressed bytes; what was compressed by {@link Deflate} is written so. Everything else is stored, not
 * deflated: what a deflater writes differs between the zlib libraries that JDKs come with, and an app's own files are small
 * beside its dependencies.
 */
public final class ReproducibleZip {

    private static final int FILE_MODE = 0644;
    private static final int EXECUTABLE_MODE = 0755;
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
        List<Named> sorted = sorted(entries);
        ZipHeaders headers = new ZipHeaders(time);
        long unzipped = 0;
        try (DigestedFile out = new DigestedFile(file)) {
            for (Named entry : sorted) {
                unzipped += add(entry, headers, out);
            }
            out.put(headers.end(out.position()));
            return new WrittenZip(out.finish(), out.position(), unzipped, sorted.size());
        }
    }

    private record Named(byte[] name, ArchiveEntry entry) {}

    private static List<Named> sorted(Collection<ArchiveEntry> entries) {
        return entries.stream()
                .map(entry -> new Named(entry.path().getBytes(StandardCharsets.UTF_8), entry))
                .sorted(Comparator.comparing(Named::name, UNSIGNED_BYTES))
                .toList();
    }

    private static long add(Named named, ZipHeaders headers, DigestedFile out) throws IOException {
        ArchiveEntry entry = named.entry();
        int permissions = entry.executable() ? EXECUTABLE_MODE : FILE_MODE;
        if (entry.content() instanceof ArchiveEntry.Content.Copied copied) {
            SourceEntry source = copied.source();
            out.put(headers.add(
                    new ZipHeaders.Entry(
                            named.name(),
                            permissions,
                            source.method(),
                            source.crc(),
                            source.compressedSize(),
                            source.size()),
                    offset(out, source.compressedSize())));
            source.putCompressed(out);
            return source.size();
        }
        if (entry.content() instanceof ArchiveEntry.Content.Deflated deflated) {
            byte[] compressed = deflated.compressed();
            out.put(headers.add(
                    new ZipHeaders.Entry(
                            named.name(),
                            permissions,
                            ZipEntry.DEFLATED,
                            crcOf(deflated.bytes()),
                            compressed.length,
                            deflated.size()),
                    offset(out, compressed.length)));
            out.put(compressed);
            return deflated.size();
        }
        // A stored entry's CRC-32 stands before its bytes, so the content is read twice; a file that changes
        // in between would make a damaged archive, hence the copy in memory.
        byte[] bytes = entry.content().read();
        out.put(headers.add(
                new ZipHeaders.Entry(
                        named.name(), permissions, ZipEntry.STORED, crcOf(bytes), bytes.length, bytes.length),
                offset(out, bytes.length)));
        out.put(bytes);
        return bytes.length;
    }

    /** AWS Lambda takes no more than a sixteenth of that. */
    private static long offset(DigestedFile out, long length) throws ZipException {
        long offset = out.position();
        if (offset + length > ZipHeaders.LARGEST) {
            throw new ZipException("it would be larger than 4 GiB");
        }
        return offset;
    }

    private static long crcOf(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
