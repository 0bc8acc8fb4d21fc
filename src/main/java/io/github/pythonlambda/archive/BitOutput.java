package io.github.pythonlambda.archive;

import java.io.ByteArrayOutputStream;

/** Bytes filled bit by bit, the lowest bit first, as deflate packs them (RFC 1951, 3.1.1). */
final class BitOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long buffer;
    private int count;

    /** Adds the lowest bits of a value, at most 32. */
    void write(int value, int bits) {
        buffer |= (value & ((1L << bits) - 1)) << count;
        count += bits;
        while (count >= Byte.SIZE) {
            bytes.write((int) buffer);
            buffer >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** All bytes, the last one filled up with zeros. */
    byte[] finish() {
        if (count > 0) {
            bytes.write((int) buffer);
            buffer = 0;
            count = 0;
        }
        return bytes.toByteArray();
    }
}
