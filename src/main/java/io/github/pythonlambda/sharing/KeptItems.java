package io.github.pythonlambda.sharing;

import java.nio.file.Path;
import java.util.List;

/**
 * What is in a folder of kept things. An item is a file or a folder and is removed as a whole.
 *
 * @param items what builds may use again
 * @param lasting those of the items that the running plugin needs whatever a project looks like; they go only if all goes
 * @param remains what stopped builds have left, of no use to anybody
 * @param unknown what nobody here has put there
 */
public record KeptItems(List<Path> items, List<Path> lasting, List<Path> remains, List<Path> unknown) {

    public static final KeptItems NONE = new KeptItems(List.of(), List.of(), List.of(), List.of());

    public KeptItems {
        items = List.copyOf(items);
        lasting = List.copyOf(lasting);
        remains = List.copyOf(remains);
        unknown = List.copyOf(unknown);
    }

    /** The same, with some items that are to last. */
    public KeptItems lasting(List<Path> some) {
        return new KeptItems(items, some, remains, unknown);
    }
}
