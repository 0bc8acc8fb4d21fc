package io.github.pythonlambda.wheel;

import io.github.pythonlambda.elf.ElfBytes;
import io.github.pythonlambda.elf.ElfReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Takes the content of a file, and keeps it if it begins as an ELF file: in memory, or in a temporary file if it is large.
 * Of other files only the first bytes are kept.
 */
final class ElfCollector extends OutputStream implements Closeable {

    private static final int START_BYTES = 4;
    private static final int MOST_IN_MEMORY = 1 << 24;

    private final long size;
    private final byte[] start = new byte[START_BYTES];
    private long written;
    private @Nullable ByteBuffer memory;
    private @Nullable FileChannel file;

    /** @param size how much will be written at most */
    ElfCollector(long size) {
        this.size = size;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int head = (int) Math.min(length, Math.max(0, START_BYTES - written));
        System.arraycopy(bytes, offset, start, (int) Math.min(written, START_BYTES - head), head);
        written += head;
        if (written == START_BYTES && head > 0 && ElfReader.isElf(start)) {
            begin();
        }
        keep(bytes, offset + head, length - head);
        written += length - head;
    }

    private void begin() throws IOException {
        if (size <= MOST_IN_MEMORY) {
            memory = ByteBuffer.allocate((int) size).put(start);
            return;
        }
        Path path = Files.createTempFile("python-lambda-", ".elf");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        write(file, ByteBuffer.wrap(start));
    }

    private void keep(byte[] bytes, int offset, int length) throws IOException {
        if (memory != null) {
            memory.put(bytes, offset, length);
        } else if (file != null) {
            write(file, ByteBuffer.wrap(bytes, offset, length));
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** The first bytes; zero where the content is shorter. */
    byte[] start() {
        return start;
    }

    /** The content, if it begins as an ELF file. */
    @Nullable ElfBytes elf() {
        if (memory != null) {
            return ElfBytes.of(memory.array(), memory.position());
        }
        return file == null ? null : ElfBytes.of(file, written);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
