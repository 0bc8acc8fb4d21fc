package io.github.pythonlambda.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an image, in memory or in a file. */
public interface ElfBytes {

    long size();

    /**
     * Fills a buffer.
     *
     * @param position where to begin; the whole buffer lies within the size
     */
    void read(long position, ByteBuffer into) throws IOException;

    /** The first bytes of an array. The array is not copied. */
    static ElfBytes of(byte[] content, int length) {
        return new ElfBytes() {
            @Override
            public long size() {
                return length;
            }

            @Override
            public void read(long position, ByteBuffer into) {
                into.put(content, (int) position, into.remaining());
            }
        };
    }

    /** A file of which the size no longer changes. */
    static ElfBytes of(FileChannel file, long size) {
        return new ElfBytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
                long from = position;
                while (into.hasRemaining()) {
                    int n = file.read(into, from);
                    if (n < 0) {
                        throw new ElfFormatException("it is cut short");
                    }
                    from += n;
                }
            }
        };
    }
}
