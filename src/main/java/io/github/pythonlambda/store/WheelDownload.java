package io.github.pythonlambda.store;

import io.github.pythonlambda.index.IndexClient;
import io.github.pythonlambda.index.RetryPolicy;
import io.github.pythonlambda.index.RetryableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One file on its way from a server. A transfer that breaks off goes on where it ended, provided that the server can tell
 * whether the file is still the same (RFC 9110, 13.1.5); else it starts anew.
 */
final class WheelDownload {

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int BUFFER_BYTES = 1 << 16;

    private final IndexClient client;
    private final URI source;
    private final Path file;
    private final LongConsumer listener;
    /** What the server named the version of the file by of which a part is here. */
    private Optional<String> version = Optional.empty();

    /**
     * @param file is written to; its content is not verified here
     * @param listener is told how many bytes of the file are there
     */
    WheelDownload(IndexClient client, URI source, Path file, LongConsumer listener) {
        this.client = client;
        this.source = source;
        this.file = file;
        this.listener = listener;
    }

    /** @throws IOException if the file cannot be had */
    void run(RetryPolicy retries) throws IOException, InterruptedException {
        if ("file".equals(source.getScheme())) {
            Files.copy(Path.of(source), file, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        retries.run(() -> {
            transfer();
            return file;
        });
    }

    private void transfer() throws IOException, InterruptedException {
        long present = version.isPresent() ? Files.size(file) : 0;
        Map<String, String> headers = new HashMap<>(Map.of("Accept-Encoding", "identity"));
        if (present > 0) {
            headers.put("Range", "bytes=" + present + "-");
            headers.put("If-Range", version.orElseThrow());
        }
        try (IndexClient.Answer answer = client.get(source, headers)) {
            boolean rest = answer.status() == PARTIAL_CONTENT && startsAt(present, answer.headers());
            if (!rest && (answer.status() == PARTIAL_CONTENT || answer.status() == RANGE_NOT_SATISFIABLE)) {
                version = Optional.empty();
                throw new RetryableException("the server does not go on where the transfer broke off");
            }
            if (!rest && answer.status() != OK) {
                throw new IOException("HTTP status " + answer.status());
            }
            version = versionOf(answer.headers());
            if (rest) {
                write(answer.body(), StandardOpenOption.APPEND, present);
            } else {
                write(answer.body(), StandardOpenOption.TRUNCATE_EXISTING, 0);
            }
        }
    }

    private static boolean startsAt(long present, HttpHeaders headers) {
        return present > 0 && headers.firstValue("Content-Range").orElse("").matches("bytes " + present + "-.*");
    }

    /** Not a weak tag, which does not promise the same bytes. */
    private static Optional<String> versionOf(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"));
    }

    private void write(InputStream body, StandardOpenOption how, long present) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, how)) {
            long soFar = present;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
                out.write(buffer, 0, count);
                soFar += count;
                listener.accept(soFar);
            }
        }
    }

    private static int read(InputStream body, byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new RetryableException("the transfer broke off: " + e.getMessage());
        }
    }
}
