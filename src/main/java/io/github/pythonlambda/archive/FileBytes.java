package io.github.pythonlambda.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Parts of a file, in little-endian order. Several threads may read at the same time. */
record FileBytes(FileChannel channel) {

    long size() throws IOException {
        return channel.size();
    }

    /** As many bytes as there are, up to a length. */
    ByteBuffer upTo(int length, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, position + buffer.position());
            if (n < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    /** @throws EOFException if the file ends before */
    ByteBuffer exactly(int length, long position) throws IOException {
        ByteBuffer buffer = upTo(length, position);
        if (buffer.limit() < length) {
            throw new EOFException("the file ends at byte " + (position + buffer.limit()));
        }
        return buffer;
    }

    /** @param length in bytes; the stream ends early if the file does */
    InputStream stream(long position, long length) {
        return new InputStream() {
            private final long end = position + length;
            private long at = position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] bytes, int offset, int wanted) throws IOException {
                if (wanted == 0) {
                    return 0;
                }
                if (at >= end) {
                    return -1;
                }
                int n = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(wanted, end - at)), at);
                at += Math.max(0, n);
                return n;
            }
        };
    }
}
