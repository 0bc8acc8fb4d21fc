package io.github.pythonlambda.archive;

import java.nio.file.Path;

/**
 * One file of an archive to be written.
 *
 * @param path the name in the archive: relative, {@code /} between its parts
 * @param executable {@code true} for mode 0755, {@code false} for 0644
 * @param content where the bytes come from
 */
public record ArchiveEntry(String path, boolean executable, Content content) {

    /** Where the bytes of an entry come from. */
    public sealed interface Content {

        /** Uncompressed bytes, as far as they are known before reading. */
        long size();

        /** An entry of another archive, whose compressed bytes are copied as they are. */
        record Copied(SourceEntry source) implements Content {
            @Override
            public long size() {
                return source.size();
            }
        }

        /** A file on disk. */
        record OnDisk(Path file, long size) implements Content {}

        /** Bytes made by the build. The array is not copied and must not be changed. */
        record Generated(byte[] bytes) implements Content {
            @Override
            public long size() {
                return bytes.length;
            }
        }
    }

    /** Uncompressed bytes. */
    public long size() {
        return content.size();
    }
}
