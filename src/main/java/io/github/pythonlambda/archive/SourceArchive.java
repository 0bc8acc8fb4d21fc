package io.github.pythonlambda.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip file to copy entries from. Entries are those of the central directory, in its order: local headers are never
 * trusted, since the two can be made to differ. Entries may be read by several threads at once.
 */
public final class SourceArchive implements Closeable {

    private static final int NAME_LENGTH_AT = 26;
    private static final int EXTRA_LENGTH_AT = 28;
    private static final int HEADER_BYTES = 30;

    private final Path path;
    private final FileChannel channel;
    private final ZipFile zip;
    private final List<SourceEntry> entries;

    private SourceArchive(Path path, FileChannel channel, ZipFile zip) {
        this.path = path;
        this.channel = channel;
        this.zip = zip;
        this.entries = Collections.list(zip.getEntries()).stream()
                .map(entry -> new SourceEntry(this, entry))
                .toList();
    }

    /**
     * Opens a zip file and reads its central directory.
     *
     * @throws IOException if the file cannot be read or is not a zip file
     */
    public static SourceArchive open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new SourceArchive(path, channel, zip);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    public List<SourceEntry> entries() {
        return entries;
    }

    /**
     * What makes programs that read the file in another way see other entries: local headers that differ from the central
     * directory, entries that lie over each other, bytes around the archive. Empty if there is nothing of that.
     */
    public List<String> ambiguities() throws IOException {
        return new LocalHeaders(path).faults(Collections.list(zip.getEntries()));
    }

    // Looking up where an entry's data begin moves the one position that the file has; reading them does not.

    synchronized InputStream content(ZipArchiveEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    synchronized InputStream compressedContent(ZipArchiveEntry entry) throws IOException {
        return zip.getRawInputStream(entry);
    }

    /** Copies the compressed bytes of an entry, which begin behind a header of its own length. */
    void putCompressed(ZipArchiveEntry entry, DigestedFile out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long offset = entry.getLocalHeaderOffset();
        while (header.hasRemaining()) {
            if (channel.read(header, offset + header.position()) < 0) {
                throw new EOFException(path + " ends in the header of " + entry.getName());
            }
        }
        int before = HEADER_BYTES
                + Short.toUnsignedInt(header.getShort(NAME_LENGTH_AT))
                + Short.toUnsignedInt(header.getShort(EXTRA_LENGTH_AT));
        out.put(channel, offset + before, entry.getCompressedSize());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
