package io.github.pythonlambda.pylock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of a {@link TomlTree} as objects without Jackson: {@link String}, {@link Long}, {@link Double}, {@link Boolean},
 * the dates and times of {@code java.time}, {@link List} and {@link Map}, none of which can be changed.
 */
final class PlainValues {

    private PlainValues() {}

    /** @throws ArithmeticException if there is an integer of more than 64 bits */
    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> table(node);
            case ARRAY -> array(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? integer(node) : (Object) node.doubleValue();
            case POJO -> ((POJONode) node).getPojo();
            default -> throw new IllegalArgumentException("TOML has no " + node.getNodeType());
        };
    }

    /** The values of a table, in its order. */
    static Map<String, Object> table(JsonNode table) {
        Map<String, Object> values = new LinkedHashMap<>();
        table.properties().forEach(entry -> values.put(entry.getKey(), of(entry.getValue())));
        return Collections.unmodifiableMap(values);
    }

    private static List<Object> array(JsonNode array) {
        List<Object> values = new ArrayList<>(array.size());
        array.forEach(member -> values.add(of(member)));
        return Collections.unmodifiableList(values);
    }

    private static Object integer(JsonNode number) {
        if (!number.canConvertToLong()) {
            throw new ArithmeticException(number.asText());
        }
        return number.longValue();
    }
}
