package io.github.pythonlambda.store;

import io.github.pythonlambda.index.IndexClient;
import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.RetryPolicy;
import io.github.pythonlambda.index.SimpleIndex;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where to look for a wheel: where it is said to be, and on the configured indexes. A lock names the index of whoever
 * wrote it; a team that has configured another one wants all from there, and may not reach the one of the lock.
 */
final class WheelSources {

    /**
     * A place to look.
     *
     * @param name to be shown before a reason; empty for the wheel's own URL
     * @param finder looks there
     */
    record Source(String name, Finder finder) {}

    /** Finds the wheel's URL. */
    @FunctionalInterface
    interface Finder {
        URI find() throws IOException, InterruptedException;
    }

    private final List<IndexLocation> indexes;
    private final IndexClient client;
    private final RetryPolicy retries;

    WheelSources(List<IndexLocation> indexes, IndexClient client, RetryPolicy retries) {
        this.indexes = indexes;
        this.client = client;
        this.retries = retries;
    }

    /** The places to look for a wheel, in order. */
    List<Source> of(WheelFetcher.Item item) {
        List<Source> sources = new ArrayList<>();
        indexes.forEach(index -> sources.add(new Source(index.toString(), () -> find(item, index))));
        boolean elsewhere = !indexes.isEmpty()
                && item.index().isPresent()
                && indexes.stream()
                        .noneMatch(index -> index.hasOriginOf(item.index().get()));
        sources.add(elsewhere ? sources.size() : 0, new Source("", item::source));
        return sources;
    }

    private URI find(WheelFetcher.Item item, IndexLocation index) throws IOException, InterruptedException {
        return new SimpleIndex(index, client, retries)
                .find(item.name().name(), item.name().text(), item.digest())
                .orElseThrow(() -> new IOException("it does not have the file"));
    }
}
