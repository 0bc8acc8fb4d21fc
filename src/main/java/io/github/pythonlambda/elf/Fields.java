package io.github.pythonlambda.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers and texts of an image. Whatever the image says, only so much is read of it. */
final class Fields {

    /** Real images need some hundred reads; one that needs more than this was made to cost time. */
    private static final int MOST_READS = 200_000;

    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_TEXT = 1 << 20;

    private final ElfBytes bytes;
    private final ByteOrder order;
    private int reads;
    private int textBytes;

    Fields(ElfBytes bytes, ByteOrder order) {
        this.bytes = bytes;
        this.order = order;
    }

    long size() {
        return bytes.size();
    }

    int u16(long position) throws IOException {
        return number(position, Short.BYTES).getShort() & 0xFFFF;
    }

    long u32(long position) throws IOException {
        return Integer.toUnsignedLong(number(position, Integer.BYTES).getInt());
    }

    /** A number of 64 bits. One that is negative lies outside of any file and is refused where it is used. */
    long u64(long position) throws IOException {
        return number(position, Long.BYTES).getLong();
    }

    private ByteBuffer number(long position, int width) throws IOException {
        return read(position, width).order(order);
    }

    private ByteBuffer read(long position, int length) throws IOException {
        if (position < 0 || position > size() - length) {
            throw new ElfFormatException("it is cut short, or refers to a place outside of itself");
        }
        if (++reads > MOST_READS) {
            throw new ElfFormatException("its tables are longer than any real ones");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        bytes.read(position, buffer);
        return buffer.flip();
    }

    /** The text that begins at a position and ends with a zero byte. */
    String text(long position) throws IOException {
        if (position < 0 || position >= size()) {
            throw new ElfFormatException("it refers to a text outside of itself");
        }
        ByteBuffer window = read(position, (int) Math.min(LONGEST_TEXT, size() - position));
        byte[] content = window.array();
        int length = 0;
        while (length < content.length && content[length] != 0) {
            length++;
        }
        textBytes += length;
        if (length == content.length || textBytes > MOST_TEXT) {
            throw new ElfFormatException("a text in it has no end");
        }
        return new String(content, 0, length, StandardCharsets.UTF_8);
    }
}
