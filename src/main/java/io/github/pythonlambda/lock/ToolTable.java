package io.github.pythonlambda.lock;

import io.github.pythonlambda.resolve.HeldBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables {@code [tool.python-lambda]} of a lock and of its packages, in and out. */
final class ToolTable {

    static final String NAME = "python-lambda";

    private static final String RUNTIME = "runtime";
    private static final String ARCHITECTURES = "architectures";
    private static final String LAYERS = "layers";
    private static final String LAYER = "layer";
    private static final String REQUIREMENTS = "requirements";
    private static final String CONSTRAINTS = "constraints";
    private static final String OPTIONS = "options";
    private static final String WHEELS = "wheels";
    private static final String HELD_BACK = "held-back";
    private static final String ASKED = "asked";

    private ToolTable() {}

    /** The tool tables of a lock. */
    static Map<String, Object> of(LockInputs inputs) {
        return Map.of(NAME, table(inputs));
    }

    /**
     * The tool tables of a kept resolution.
     *
     * @param asked when the index was asked
     */
    static Map<String, Object> kept(LockInputs inputs, List<HeldBack> heldBack, Instant asked) {
        Map<String, Object> table = table(inputs);
        table.put(ASKED, asked.getEpochSecond());
        if (!heldBack.isEmpty()) {
            table.put(HELD_BACK, HeldBackTable.of(heldBack));
        }
        return Map.of(NAME, table);
    }

    private static Map<String, Object> table(LockInputs inputs) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put(RUNTIME, inputs.runtime());
        table.put(ARCHITECTURES, inputs.architectures());
        Map<String, Object> layers = new LinkedHashMap<>();
        inputs.layers().forEach(layer -> layers.put(layer.name(), table(layer)));
        table.put(LAYERS, layers);
        return table;
    }

    private static Map<String, Object> table(LockInputs.Layer layer) {
        Map<String, Object> table = new LinkedHashMap<>();
        putUnlessEmpty(table, REQUIREMENTS, layer.requirements());
        putUnlessEmpty(table, CONSTRAINTS, layer.constraints());
        putUnlessEmpty(table, OPTIONS, layer.options());
        putUnlessEmpty(table, WHEELS, layer.wheels());
        return table;
    }

    private static void putUnlessEmpty(Map<String, Object> table, String key, List<String> values) {
        if (!values.isEmpty()) {
            table.put(key, values);
        }
    }

    /** What a lock was made from; empty if another tool wrote it, or its table is not as this plugin writes it. */
    static Optional<LockInputs> inputs(Map<String, Object> tool) {
        if (!(tool.get(NAME) instanceof Map<?, ?> table) || !(table.get(RUNTIME) instanceof String runtime)) {
            return Optional.empty();
        }
        List<LockInputs.Layer> layers = new ArrayList<>();
        if (table.get(LAYERS) instanceof Map<?, ?> tables) {
            tables.forEach((name, layer) -> {
                if (layer instanceof Map<?, ?> values) {
                    layers.add(new LockInputs.Layer(
                            String.valueOf(name),
                            texts(values, REQUIREMENTS),
                            texts(values, CONSTRAINTS),
                            texts(values, OPTIONS),
                            texts(values, WHEELS)));
                }
            });
        }
        return Optional.of(new LockInputs(runtime, texts(table, ARCHITECTURES), layers));
    }

    static List<HeldBack> heldBack(Map<String, Object> tool) {
        return tool.get(NAME) instanceof Map<?, ?> table ? HeldBackTable.read(table.get(HELD_BACK)) : List.of();
    }

    /** When the index was asked for a kept resolution. */
    static Optional<Instant> asked(Map<String, Object> tool) {
        return tool.get(NAME) instanceof Map<?, ?> table && table.get(ASKED) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static List<String> texts(Map<?, ?> table, String key) {
        return table.get(key) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The tool tables of a package. */
    static Map<String, Object> ofLayer(String layer) {
        return Map.of(NAME, Map.of(LAYER, layer));
    }

    /** The layer that a package belongs to; empty if another tool wrote the lock. */
    static Optional<String> layer(Map<String, Object> tool) {
        return tool.get(NAME) instanceof Map<?, ?> table && table.get(LAYER) instanceof String layer
                ? Optional.of(layer)
                : Optional.empty();
    }
}
