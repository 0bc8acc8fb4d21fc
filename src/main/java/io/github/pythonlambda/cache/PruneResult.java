package io.github.pythonlambda.cache;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of pruning.
 *
 * @param parts by what is kept
 * @param unknown what was left alone, since it is not known to be the plugin's
 * @param failures what should have been removed and could not be, with the reason
 */
public record PruneResult(List<Part> parts, List<Path> unknown, List<String> failures) {

    static final PruneResult NOTHING = new PruneResult(List.of(), List.of(), List.of());

    public PruneResult {
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
        failures = List.copyOf(failures);
    }

    /**
     * One kind of what is kept. What stopped builds have left counts in the bytes alone.
     *
     * @param name in words
     * @param items how many there were
     * @param bytes what they took
     * @param removedItems how many of them are gone
     * @param removedBytes what that has freed
     */
    public record Part(String name, int items, long bytes, int removedItems, long removedBytes) {

        static Part of(String name) {
            return new Part(name, 0, 0, 0, 0);
        }

        Part with(int more, long size, boolean removed) {
            return new Part(
                    name,
                    items + more,
                    bytes + size,
                    removedItems + (removed ? more : 0),
                    removedBytes + (removed ? size : 0));
        }
    }

    /** The bytes that were freed. */
    public long freed() {
        return parts.stream().mapToLong(Part::removedBytes).sum();
    }

    /** The bytes that are still taken. */
    public long left() {
        return parts.stream()
                .mapToLong(part -> part.bytes() - part.removedBytes())
                .sum();
    }
}
