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

        /** Bytes made by the build that are written compressed, if that makes them smaller. */
        static Content compressed(byte[] bytes) throws IOException {
            byte[] compressed = Deflate.of(bytes);
            return compressed.length < bytes.length ? new Deflated(bytes, compressed) : new Generated(bytes);
        }

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

        /**
         * Bytes made by the build, together with their compressed form, which is what is written.
         *
         * @param bytes the content; the array is not copied and must not be changed
         * @param compressed the same by deflate, shorter
         */
        record Deflated(byte[] bytes, byte[] compressed) implements Content {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read() {
                return bytes;
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
