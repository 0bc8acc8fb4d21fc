package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexAccess;
import io.github.pythonlambda.index.IndexClient;
import io.github.pythonlambda.index.RetryPolicy;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.sharing.WorkLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings wheels into the store, several at the same time, each fetched by one of the builds that want it. */
public final class WheelFetcher {

    private static final int PARALLEL = 6;

    /**
     * A wheel to fetch.
     *
     * @param name its file name
     * @param digest what its content must have
     * @param source {@code https:}, {@code http:} or {@code file:}, without credentials
     * @param index the index that offered it there; empty if it was required by its URL, or that is not known
     */
    public record Item(WheelFileName name, Sha256 digest, URI source, Optional<URI> index) {}

    /**
     * A wheel that could not be fetched.
     *
     * @param item the wheel
     * @param reason why, in words
     */
    public record Failure(Item item, String reason) {}

    private final WheelStore store;
    private final FetchListener listener;
    private final IndexAccess access;
    private final RetryPolicy retries;

    /** @param access how to log in, and the indexes to ask for a wheel that cannot be had where it should be */
    public WheelFetcher(WheelStore store, FetchListener listener, IndexAccess access) {
        this(store, listener, access, RetryPolicy.USUAL);
    }

    WheelFetcher(WheelStore store, FetchListener listener, IndexAccess access, RetryPolicy retries) {
        this.store = store;
        this.listener = listener;
        this.access = access;
        this.retries = retries;
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
        store.removeAbandoned();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(PARALLEL, items.size()));
        try (IndexClient client = new IndexClient(access)) {
            WheelSources sources = new WheelSources(access.indexes(), client, retries);
            List<Future<Path>> results = new ArrayList<>();
            for (Item item : items) {
                results.add(threads.submit(() -> fetch(item, sources, client)));
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
        }
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** Fetches a wheel, or waits for whoever else fetches it. */
    private Path fetch(Item item, WheelSources sources, IndexClient client) throws IOException, InterruptedException {
        try (WorkLock lock =
                store.lock(item.digest(), () -> listener.waiting(item.name().text()))) {
            Optional<Path> present = store.find(item.digest(), item.name());
            Path stored = present.isPresent() ? present.get() : fetchFromAny(sources.of(item), item, client);
            lock.done();
            return stored;
        }
    }

    private Path fetchFromAny(List<WheelSources.Source> sources, Item item, IndexClient client)
            throws IOException, InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (WheelSources.Source source : sources) {
            try {
                return fetch(item, source.finder().find(), client);
            } catch (IOException e) {
                reasons.add(source.name().isEmpty() ? describe(e) : source.name() + ": " + describe(e));
            }
        }
        throw new IOException(String.join("; ", reasons));
    }

    private Path fetch(Item item, URI url, IndexClient client) throws IOException, InterruptedException {
        Path file = store.newTemporaryFile();
        try {
            String fileName = item.name().text();
            new WheelDownload(client, url, file, soFar -> listener.receiving(fileName, soFar)).run(retries);
            Path stored = store.add(file, item.digest(), item.name());
            listener.fetched(fileName, Files.size(stored));
            listener.stored(stored, item.digest());
            return stored;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
