package io.github.pythonlambda.lock;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.resolve.HeldBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The releases that a target could not have, as tables of a kept resolution. They are not in a lock that is shared: a new
 * release on the index would change it.
 */
final class HeldBackTable {

    private static final String NAME = "name";
    private static final String CHOSEN = "chosen";
    private static final String NEWER = "newer";
    private static final String REASON = "reason";
    private static final String RUNTIME = "runtime";

    private HeldBackTable() {}

    static List<Map<String, Object>> of(List<HeldBack> heldBack) {
        return heldBack.stream().map(HeldBackTable::of).toList();
    }

    private static Map<String, Object> of(HeldBack heldBack) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put(NAME, heldBack.name().canonical());
        table.put(CHOSEN, heldBack.chosen().toString());
        table.put(NEWER, heldBack.newer().toString());
        table.put(REASON, heldBack.reason());
        heldBack.runtime().ifPresent(runtime -> table.put(RUNTIME, runtime));
        return table;
    }

    /** Reads the tables; what is not as this class writes it is left out. */
    static List<HeldBack> read(Object tables) {
        List<HeldBack> all = new ArrayList<>();
        if (tables instanceof List<?> list) {
            for (Object member : list) {
                if (member instanceof Map<?, ?> table) {
                    read(table).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<HeldBack> read(Map<?, ?> table) {
        try {
            return Optional.of(new HeldBack(
                    new ProjectName(String.valueOf(table.get(NAME))),
                    Version.parse(String.valueOf(table.get(CHOSEN))),
                    Version.parse(String.valueOf(table.get(NEWER))),
                    String.valueOf(table.get(REASON)),
                    Optional.ofNullable(table.get(RUNTIME)).map(String::valueOf)));
        } catch (PackagingSyntaxException e) {
            return Optional.empty();
        }
    }
}
