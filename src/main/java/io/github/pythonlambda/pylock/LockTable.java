package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of a lock file that is asked for values of a type, and says where and why there is none. */
final class LockTable {

    private static final int NOT_IN_ARRAY = -1;

    private final String file;
    private final Map<String, Object> table;
    private final @Nullable LockTable parent;
    private final String key;
    private final int index;

    /** What a text has to be, apart from being a text. */
    interface Form<T> {
        T parse(String text) throws PackagingSyntaxException;
    }

    private LockTable(String file, Map<String, Object> table, @Nullable LockTable parent, String key, int index) {
        this.file = file;
        this.table = table;
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** @param file the lock file as messages name it */
    static LockTable root(String file, Map<String, Object> table) {
        return new LockTable(file, table, null, "", NOT_IN_ARRAY);
    }

    @Nullable String text(String name) throws ProblemException {
        return value(name, String.class, "a text");
    }

    String requiredText(String name) throws ProblemException {
        return required(name, text(name), "a text");
    }

    /** A text in a form that one of Python's standards gives. */
    <T> @Nullable T parsed(String name, Form<T> form) throws ProblemException {
        String text = text(name);
        return text == null ? null : parse(name, text, form);
    }

    <T> T requiredParsed(String name, Form<T> form) throws ProblemException {
        return parse(name, requiredText(name), form);
    }

    @Nullable Long size(String name) throws ProblemException {
        Number size = value(name, Number.class, "a whole number");
        if (size == null) {
            return null;
        }
        if (!(size instanceof Long)) {
            throw wrongType(name, size, "a whole number");
        }
        if (size.longValue() < 0) {
            throw problem(name, "'" + name + "' is below zero", "a number of bytes", size.toString());
        }
        return size.longValue();
    }

    boolean flag(String name) throws ProblemException {
        return Boolean.TRUE.equals(value(name, Boolean.class, "true or false"));
    }

    /** A date and time; without an offset it is UTC, the only one that PEP 751 allows. */
    @Nullable Instant time(String name) throws ProblemException {
        String expected = "a date and time, without quotes";
        Temporal time = value(name, Temporal.class, expected);
        if (time == null) {
            return null;
        }
        if (time instanceof OffsetDateTime absolute) {
            return absolute.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        throw wrongType(name, time, expected);
    }

    @Nullable List<String> texts(String name) throws ProblemException {
        return parsedMembers(name, text -> text);
    }

    <T> @Nullable List<T> parsedMembers(String name, Form<T> form) throws ProblemException {
        List<?> members = value(name, List.class, "an array of texts");
        if (members == null) {
            return null;
        }
        List<T> parsed = new ArrayList<>(members.size());
        for (Object member : members) {
            String place = name + "[" + parsed.size() + "]";
            if (!(member instanceof String text)) {
                throw wrongType(place, member, "a text");
            }
            parsed.add(parse(place, text, form));
        }
        return parsed;
    }

    @Nullable LockTable table(String name) throws ProblemException {
        Map<?, ?> child = value(name, Map.class, "a table");
        return child == null ? null : new LockTable(file, keyed(child), this, name, NOT_IN_ARRAY);
    }

    LockTable requiredTable(String name) throws ProblemException {
        return required(name, table(name), "a table");
    }

    /** The tables of an array; none if there is no such key. */
    List<LockTable> tables(String name) throws ProblemException {
        List<?> members = value(name, List.class, "an array of tables");
        if (members == null) {
            return List.of();
        }
        List<LockTable> tables = new ArrayList<>(members.size());
        for (Object member : members) {
            if (!(member instanceof Map<?, ?> child)) {
                throw wrongType(name + "[" + tables.size() + "]", member, "a table");
            }
            tables.add(new LockTable(file, keyed(child), this, name, tables.size()));
        }
        return tables;
    }

    List<LockTable> requiredTables(String name) throws ProblemException {
        if (!has(name)) {
            throw missing(name, "an array of tables");
        }
        return tables(name);
    }

    boolean has(String name) {
        return table.containsKey(name);
    }

    Set<String> keys() {
        return table.keySet();
    }

    /** All of a table as it is; nothing if there is no such key. */
    Map<String, Object> content(String name) throws ProblemException {
        LockTable child = table(name);
        return child == null ? Map.of() : child.content();
    }

    /** All of the tables of an array as they are. */
    List<Map<String, Object>> contents(String name) throws ProblemException {
        List<Map<String, Object>> contents = new ArrayList<>();
        for (LockTable child : tables(name)) {
            contents.add(child.content());
        }
        return contents;
    }

    private Map<String, Object> content() throws ProblemException {
        refuseLargeNumbers(table);
        return table;
    }

    private void refuseLargeNumbers(Object value) throws ProblemException {
        if (value instanceof BigInteger) {
            throw problem("a whole number is too large", "64 bits at most, as TOML has it", value.toString());
        }
        Collection<?> members =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        for (Object member : members) {
            refuseLargeNumbers(member);
        }
    }

    private <T> @Nullable T value(String name, Class<T> type, String expected) throws ProblemException {
        Object value = table.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        throw wrongType(name, value, expected);
    }

    /** A table's keys are texts. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> keyed(Map<?, ?> table) {
        return (Map<String, Object>) table;
    }

    private <T> T required(String name, @Nullable T value, String expected) throws ProblemException {
        if (value == null) {
            throw missing(name, expected);
        }
        return value;
    }

    private <T> T parse(String place, String text, Form<T> form) throws ProblemException {
        try {
            return form.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new ProblemException(
                    Problem.of(e.getMessage()).at(where(place)).found(text).remedy(remedy()), e);
        }
    }

    private ProblemException missing(String name, String expected) {
        return problem(name, "'" + name + "' is missing", expected, "no such key");
    }

    private ProblemException wrongType(String place, Object value, String expected) {
        String found = value instanceof String
                ? "the text '" + value + "'"
                : value instanceof Map ? "a table" : value instanceof List ? "an array" : value.toString();
        return problem(place, "'" + place + "' has the wrong type", expected, found);
    }

    /** A problem with the table as a whole. */
    ProblemException problem(String what, String expected, String found) {
        return new ProblemException(Problem.of(what)
                .at(file + ", " + path() + owner())
                .expected(expected)
                .found(found)
                .remedy(remedy()));
    }

    /**
     * A problem in the table.
     *
     * @param place a key, or a member of its array
     */
    ProblemException problem(String place, String what, String expected, String found) {
        return new ProblemException(Problem.of(what)
                .at(where(place))
                .expected(expected)
                .found(found)
                .remedy(remedy()));
    }

    private String where(String place) {
        String path = path();
        return file + ", " + (path.isEmpty() ? place : path + "." + place) + owner();
    }

    private String path() {
        if (parent == null) {
            return "";
        }
        String ancestors = parent.path();
        String own = index == NOT_IN_ARRAY ? key : key + "[" + index + "]";
        return ancestors.isEmpty() ? own : ancestors + "." + own;
    }

    /** The package that the table is about, in brackets; empty for others. */
    private String owner() {
        LockTable ancestor = this;
        while (ancestor.parent != null && ancestor.parent.parent != null) {
            ancestor = ancestor.parent;
        }
        if (ancestor.parent == null || !(ancestor.table.get("name") instanceof String name)) {
            return "";
        }
        return ancestor.table.get("version") instanceof String version
                ? " (" + name + " " + version + ")"
                : " (" + name + ")";
    }

    private String remedy() {
        LockTable root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return root.table.get("created-by") instanceof String tool
                ? "lock again with " + tool + ", which made the file, or correct it by hand"
                : "lock again with the tool that made the file, or correct it by hand";
    }
}
