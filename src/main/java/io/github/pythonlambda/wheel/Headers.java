package io.github.pythonlambda.wheel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The e-mail style headers of {@code WHEEL} and {@code METADATA}; the text after the first empty line is left out. */
public record Headers(List<Field> fields) {

    public record Field(String name, String value) {}

    public static Headers parse(byte[] content) {
        List<Field> fields = new ArrayList<>();
        for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            // Lines that start with white space continue a field; none of the fields read here is ever that long.
            if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                fields.add(new Field(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        return new Headers(List.copyOf(fields));
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of a field that may be there several times, in their order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }
}
