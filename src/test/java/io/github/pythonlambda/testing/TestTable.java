package io.github.pythonlambda.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tables of test cases in JSON, which lie beside the tests that read them. */
public final class TestTable {

    private TestTable() {}

    /** The whole file. */
    public static JsonNode read(Class<?> test, String name) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The members of an array, of which there is at least one. */
    public static Stream<JsonNode> members(JsonNode array) {
        if (!array.isArray() || array.isEmpty()) {
            throw new IllegalArgumentException("not an array with members: " + array);
        }
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The texts of an array, in order; it may be empty. */
    public static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
