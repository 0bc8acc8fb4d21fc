package io.github.pythonlambda.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

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
    private final FileBytes file;
    private final CentralDirectory directory;
    private final List<SourceEntry> entries;

    private SourceArchive(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.file = new FileBytes(channel);
        this.directory = CentralDirectory.read(file);
        this.entries = directory.entries().stream()
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
            return new SourceArchive(path, channel);
        } catch (IOException | RuntimeException e) {
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
        return new LocalHeaders(file).faults(directory);
    }

    /** The compressed bytes of an entry, which begin behind a header of its own length. */
    InputStream compressedContent(DirectoryEntry entry) throws IOException {
        long start = start(entry);
        if (start + entry.compressedSize() > file.size()) {
            throw new EOFException("the file ends at byte " + file.size());
        }
        return file.stream(start, entry.compressedSize());
    }

    /** Copies the compressed bytes of an entry. */
    void putCompressed(DirectoryEntry entry, DigestedFile out) throws IOException {
        out.put(channel, start(entry), entry.compressedSize());
    }

    private long start(DirectoryEntry entry) throws IOException {
        ByteBuffer header = file.exactly(HEADER_BYTES, entry.headerOffset());
        return entry.headerOffset()
                + HEADER_BYTES
                + Short.toUnsignedInt(header.getShort(NAME_LENGTH_AT))
                + Short.toUnsignedInt(header.getShort(EXTRA_LENGTH_AT));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
