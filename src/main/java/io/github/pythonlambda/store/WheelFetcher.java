package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/** Brings wheels into the store, several at the same time. */
public final class WheelFetcher {

    private static final int PARALLEL = 6;
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    /**
     * A wheel to fetch.
     *
     * @param name its file name
     * @param digest what its content must have
     * @param source {@code https:}, {@code http:} or {@code file:}, without credentials
     */
    public record Item(WheelFileName name, Sha256 digest, URI source) {}

    /**
     * A wheel that could not be fetched.
     *
     * @param item the wheel
     * @param reason why, in words
     */
    public record Failure(Item item, String reason) {}

    private record Transport(HttpClient client, ScheduledExecutorService timer) {}

    private final WheelStore store;
    private final FetchListener listener;
    private final Duration stallLimit;
    /** Behind a proxy that only pip knows, each wheel would else wait for its own timeout. */
    private final Set<String> unreachableHosts = ConcurrentHashMap.newKeySet();

    public WheelFetcher(WheelStore store, FetchListener listener) {
        this(store, listener, STALL_LIMIT);
    }

    WheelFetcher(WheelStore store, FetchListener listener, Duration stallLimit) {
        this.store = store;
        this.listener = listener;
        this.stallLimit = stallLimit;
    }

    /**
     * Fetches wheels. One that fails does not keep the others from the store.
     *
     * @return what could not be fetched, in the order of the items
     * @throws IOException if the thread is interrupted
     */
    public List<Failure> fetch(List<Item> items) throws IOException {
        if (items.isEmpty()) {
            return List.of();
        }
        Transport transport = new Transport(
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build(),
                Executors.newSingleThreadScheduledExecutor());
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(PARALLEL, items.size()));
        try {
            List<Future<Path>> results = new ArrayList<>();
            for (Item item : items) {
                results.add(threads.submit(() -> fetch(item, transport)));
            }
            List<Failure> failures = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                try {
                    results.get(i).get();
                } catch (ExecutionException e) {
                    failures.add(new Failure(items.get(i), describe(e.getCause())));
                }
            }
            return failures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while fetching wheels");
        } finally {
            threads.shutdownNow();
            transport.timer().shutdownNow();
        }
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private Path fetch(Item item, Transport transport) throws IOException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Path file = store.newTemporaryFile();
            try {
                transfer(item.source(), file, transport);
                Path stored = store.add(file, item.digest(), item.name());
                listener.fetched(item.name().text(), Files.size(stored));
                return stored;
            } catch (RetryableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(pause.toMillis());
                pause = pause.multipliedBy(2);
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private void transfer(URI source, Path file, Transport transport) throws IOException, InterruptedException {
        if ("file".equals(source.getScheme())) {
            Files.copy(Path.of(source), file, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        HttpResponse<InputStream> response = send(source, transport.client());
        try (InputStream body = new StallGuard(response.body(), stallLimit, transport.timer())) {
            if (response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() >= FIRST_SERVER_ERROR) {
                throw new RetryableException("HTTP status " + response.statusCode());
            }
            if (response.statusCode() != OK) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            try {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (FileSystemException e) {
                throw e;
            } catch (IOException e) {
                throw new RetryableException("the transfer broke off: " + e.getMessage());
            }
        }
    }

    private HttpResponse<InputStream> send(URI source, HttpClient client) throws IOException, InterruptedException {
        String host = String.valueOf(source.getAuthority());
        if (unreachableHosts.contains(host)) {
            throw new ConnectException(host + " cannot be reached");
        }
        try {
            return client.send(
                    HttpRequest.newBuilder(source).timeout(ANSWER_TIMEOUT).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            unreachableHosts.add(host);
            throw e;
        }
    }

    private static final class RetryableException extends IOException {
        private static final long serialVersionUID = 1L;

        RetryableException(String message) {
            super(message);
        }
    }
}
