package io.github.pythonlambda.pylock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes TOML for review: one key a line, one member of an array a line, tables inside of arrays in braces, LF line ends.
 * Takes {@link PlainValues}. The caller decides the order of keys, but for {@link #tables}.
 */
final class TomlWriter {

    private static final String MEMBER_INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    /** Writes {@code key = value}. */
    void put(String key, Object value) {
        appendKey(key);
        text.append(" = ");
        if (value instanceof Collection<?> members && !members.isEmpty()) {
            text.append("[\n");
            for (Object member : members) {
                text.append(MEMBER_INDENT);
                appendValue(member);
                text.append(",\n");
            }
            text.append(']');
        } else {
            appendValue(value);
        }
        text.append('\n');
    }

    /** Starts the next table of an array, {@code [[key]]}. */
    void startMember(String key) {
        startBlock();
        text.append("[[");
        appendKey(key);
        text.append("]]\n");
    }

    /** Writes a table and all below it, each with a header of its own and its keys sorted. */
    void tables(List<String> path, Map<?, ?> table) {
        Map<String, Object> values = new TreeMap<>();
        Map<String, Map<?, ?>> children = new TreeMap<>();
        table.forEach((key, value) -> {
            if (value instanceof Map<?, ?> child) {
                children.put((String) key, child);
            } else {
                values.put((String) key, value);
            }
        });
        if (!values.isEmpty() || children.isEmpty()) {
            startBlock();
            text.append('[');
            appendPath(path);
            text.append("]\n");
            values.forEach(this::put);
        }
        children.forEach((key, child) -> {
            List<String> childPath = new ArrayList<>(path);
            childPath.add(key);
            tables(childPath, child);
        });
    }

    /** All that has been written. */
    String text() {
        return text.toString();
    }

    private void startBlock() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void appendPath(List<String> path) {
        String separator = "";
        for (String key : path) {
            text.append(separator);
            appendKey(key);
            separator = ".";
        }
    }

    private void appendKey(String key) {
        if (!key.isEmpty() && key.chars().allMatch(TomlWriter::isBareKeyPart)) {
            text.append(key);
        } else {
            appendString(key);
        }
    }

    private static boolean isBareKeyPart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    /** Writes a value in one line. */
    private void appendValue(Object value) {
        if (value instanceof CharSequence string) {
            appendString(string.toString());
        } else if (value instanceof Map<?, ?> map) {
            appendTable(map);
        } else if (value instanceof Collection<?> members) {
            appendArray(members);
        } else if (value instanceof Double || value instanceof Float) {
            appendDouble(((Number) value).doubleValue());
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            text.append(value);
        } else {
            text.append(timeFormat(value).format((TemporalAccessor) value));
        }
    }

    private static DateTimeFormatter timeFormat(Object value) {
        if (value instanceof OffsetDateTime) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        }
        if (value instanceof LocalDateTime) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME;
        }
        if (value instanceof LocalDate) {
            return DateTimeFormatter.ISO_LOCAL_DATE;
        }
        if (value instanceof LocalTime) {
            return DateTimeFormatter.ISO_LOCAL_TIME;
        }
        throw new IllegalArgumentException(
                "TOML has no form for a " + value.getClass().getName());
    }

    private void appendDouble(double value) {
        if (Double.isNaN(value)) {
            text.append("nan");
        } else if (Double.isInfinite(value)) {
            text.append(value < 0 ? "-inf" : "inf");
        } else {
            text.append(value);
        }
    }

    private void appendTable(Map<?, ?> map) {
        String separator = "{ ";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator);
            appendKey((String) entry.getKey());
            text.append(" = ");
            appendValue(entry.getValue());
            separator = ", ";
        }
        text.append(map.isEmpty() ? "{}" : " }");
    }

    private void appendArray(Collection<?> members) {
        String separator = "[";
        for (Object member : members) {
            text.append(separator);
            appendValue(member);
            separator = ", ";
        }
        text.append(members.isEmpty() ? "[]" : "]");
    }

    /** A text in double quotes; in single quotes where that saves escapes, as in markers. */
    private void appendString(String string) {
        boolean plain = string.chars().allMatch(c -> c >= ' ' && c != '\u007F');
        if (plain && string.indexOf('\'') < 0 && (string.indexOf('"') >= 0 || string.indexOf('\\') >= 0)) {
            text.append('\'').append(string).append('\'');
            return;
        }
        text.append('"');
        string.chars().forEach(c -> appendEscaped((char) c));
        text.append('"');
    }

    private void appendEscaped(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (c < ' ' || c == '\u007F') {
                    text.append(String.format("\\u%04X", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
