package io.github.pythonlambda.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written from its start to its end, and whose digest is known then. Digesting takes about as long as reading
 * and writing, so a second thread does it: a few large buffers are filled, written and digested in turn.
 */
final class DigestedFile implements Closeable {

    private static final int BUFFERS = 4;
    private static final int BUFFER_BYTES = 1 << 19;

    private final FileChannel channel;
    private final MessageDigest digest = Sha256.newDigest();
    private final Queue<Digesting> inWork = new ArrayDeque<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long flushed;

    /** Started with the second buffer: most apps fit into one. */
    private @Nullable ExecutorService digester;

    /** A buffer that may not be filled again before its bytes are digested. */
    private record Digesting(ByteBuffer buffer, Future<?> task) {

        ByteBuffer await() throws IOException {
            try {
                task.get();
                return buffer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while writing");
            } catch (ExecutionException e) {
                throw new IllegalStateException("a digest takes all bytes", e);
            }
        }
    }

    /** Creates or overwrites a file. */
    DigestedFile(Path file) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** How many bytes were put so far. */
    long position() {
        return flushed + buffer.position();
    }

    void put(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            makeRoom();
            int length = Math.min(buffer.remaining(), bytes.length - at);
            buffer.put(bytes, at, length);
            at += length;
        }
    }

    /**
     * Puts a part of another file.
     *
     * @throws EOFException if that file ends before
     */
    void put(FileChannel source, long start, long length) throws IOException {
        long at = start;
        while (at < start + length) {
            makeRoom();
            int room = (int) Math.min(buffer.remaining(), start + length - at);
            buffer.limit(buffer.position() + room);
            int n = source.read(buffer, at);
            buffer.limit(buffer.capacity());
            if (n < 0) {
                throw new EOFException("the file ends at byte " + at);
            }
            at += n;
        }
    }

    /**
     * Writes what is left.
     *
     * @return the digest of the whole file
     */
    Sha256 finish() throws IOException {
        if (digester == null) {
            buffer.flip();
            digest.update(buffer.duplicate());
            write(buffer);
        } else {
            flush(digester);
            while (!inWork.isEmpty()) {
                inWork.remove().await();
            }
        }
        return Sha256.of(digest);
    }

    private void makeRoom() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        if (digester == null) {
            digester = Executors.newSingleThreadExecutor();
        }
        flush(digester);
        buffer = inWork.size() < BUFFERS
                ? ByteBuffer.allocateDirect(BUFFER_BYTES)
                : inWork.remove().await().clear();
    }

    private void flush(ExecutorService executor) throws IOException {
        ByteBuffer full = buffer.flip();
        flushed += full.limit();
        inWork.add(new Digesting(full, executor.submit(() -> digest.update(full.duplicate()))));
        write(full.duplicate());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (digester != null) {
            digester.shutdownNow();
        }
        channel.close();
    }
}
