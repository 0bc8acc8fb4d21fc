package io.github.pythonlambda.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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

    private final Path path;
    private final ZipFile zip;
    private final List<SourceEntry> entries;

    private SourceArchive(Path path, ZipFile zip) {
        this.path = path;
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
        ZipFile zip =
                ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
        return new SourceArchive(path, zip);
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

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
