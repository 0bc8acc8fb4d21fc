package io.github.pythonlambda.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON (RFC 8259), or none. To ask for what is not there, or is of another kind, is no error: the answer is an
 * absent value, an empty text or list, zero or false.
 */
public final class JsonValue {

    public static final JsonValue ABSENT = new JsonValue(null);

    private final @Nullable Object value;

    private JsonValue(@Nullable Object value) {
        this.value = value;
    }

    private static JsonValue of(@Nullable Object value) {
        return value == null ? ABSENT : new JsonValue(value);
    }

    /** @throws JsonSyntaxException if the file is not JSON */
    public static JsonValue read(Path file) throws IOException {
        return read(Files.readString(file));
    }

    /** @throws JsonSyntaxException if the text is not JSON */
    public static JsonValue read(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return of(PlainValues.read(parser));
        } catch (JsonProcessingException e) {
            throw new JsonSyntaxException(e);
        }
    }

    /** Whether there is no value, or {@code null}. */
    public boolean isAbsent() {
        return value == null;
    }

    public boolean isText() {
        return value instanceof String;
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    /** A member of an object. */
    public JsonValue get(String name) {
        return value instanceof Map<?, ?> members ? of(members.get(name)) : ABSENT;
    }

    /** The members of an object, in their order. */
    public Map<String, JsonValue> members() {
        return members(member -> member);
    }

    /** The members of an object as something else, in their order. */
    public <T> Map<String, T> members(Function<JsonValue, T> reading) {
        Map<String, T> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> members.put((String) name, reading.apply(of(member))));
        }
        return members;
    }

    /** The items of an array. */
    public List<JsonValue> items() {
        return value instanceof List<?> items
                ? items.stream().map(JsonValue::of).toList()
                : List.of();
    }

    /** The items of an array as something else. */
    public <T> List<T> items(Function<JsonValue, T> reading) {
        return items().stream().map(reading).toList();
    }

    /** The items of an array of texts. */
    public List<String> texts() {
        return items(JsonValue::text);
    }

    /** A text, or how a number or truth value is written. */
    public String text() {
        return text("");
    }

    /** A text, or how a number or truth value is written; for what has none of these, something else. */
    public String text(String otherwise) {
        return value == null || value instanceof Map || value instanceof List ? otherwise : value.toString();
    }

    /** A text, and nothing else. */
    public @Nullable String textOrNull() {
        return value instanceof String text ? text : null;
    }

    public int intValue() {
        return value instanceof Number number ? number.intValue() : 0;
    }

    public long longValue() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    public double doubleValue() {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    public boolean booleanValue() {
        return Boolean.TRUE.equals(value);
    }
}
