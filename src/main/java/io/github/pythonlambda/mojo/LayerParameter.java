package io.github.pythonlambda.mojo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A layer that takes packages by their names, as the pom has it, or a property: {@code name=pattern:pattern}, which has no
 * place for exceptions.
 */
public final class LayerParameter {

    /** The layer's name. */
    private @Nullable String name;

    /** What it takes. */
    private @Nullable List<String> includes;

    /** What it does not take, though it is in {@code includes}. */
    private @Nullable List<String> excludes;

    /** Maven calls this where the element has only text. */
    public void set(String text) {
        String[] parts = text.split("=", 2);
        name = parts[0];
        includes = parts.length == 2 ? List.of(parts[1].split(":")) : List.of();
    }

    String name() {
        return name == null ? "" : name.strip();
    }

    List<String> includes() {
        return stripped(includes);
    }

    List<String> excludes() {
        return stripped(excludes);
    }

    /** Whether it says nothing at all. */
    boolean isBlank() {
        return name().isEmpty() && includes().isEmpty() && excludes().isEmpty();
    }

    /** An empty element is {@code null} in Maven's list. */
    private static List<String> stripped(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .flatMap(Stream::ofNullable)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** Maven shows it with {@code -X}, and a build with another text is another one. */
    @Override
    public String toString() {
        return Stream.concat(includes().stream(), excludes().stream().map(pattern -> "!" + pattern))
                .collect(Collectors.joining(":", name() + "=", ""));
    }
}
