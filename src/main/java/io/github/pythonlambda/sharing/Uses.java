package io.github.pythonlambda.sharing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a build uses of what is kept for many: noted where it is kept, and remembered. For all threads of the build. */
public final class Uses {

    private final Set<Path> items = ConcurrentHashMap.newKeySet();

    /** @param item a file or folder as its room keeps it */
    public void note(Path item) {
        if (items.add(item)) {
            LastUse.note(item);
        }
    }

    /** All that was noted. */
    public List<Path> items() {
        return items.stream().sorted().toList();
    }
}
