package io.github.pythonlambda.archive;

import java.io.IOException;
import java.nio.file.Files;
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

        /** The whole uncompressed content, in memory. */
        byte[] read() throws IOException;

        /** An entry of another archive, whose compressed bytes are copied as they are. */
        record Copied(SourceEntry source) implements Content {
            @Override
            public long size() {
                return source.size();
            }

            @Override
            public byte[] read() throws IOException {
                return source.readAll();
            }
        }

        /** A file on disk. */
        record OnDisk(Path file, long size) implements Content {
            @Override
            public byte[] read() throws IOException {
                return Files.readAllBytes(file);
            }
        }

        /** Bytes made by the build. The array is not copied and must not be changed. */
        record Generated(byte[] bytes) implements Content {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read() {
                return bytes;
            }
        }
    }

    /** Uncompressed bytes. */
    public long size() {
        return content.size();
    }
}
