package io.github.pythonlambda.requirements;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The encodings of Java by the names that Python has for them. */
final class PythonEncodings {

    /** Those whose names Java spells otherwise, without what separates their parts. */
    private static final Map<String, Charset> ALIASES = Map.of(
            "utf", StandardCharsets.UTF_8,
            "u8", StandardCharsets.UTF_8,
            "cp65001", StandardCharsets.UTF_8,
            "latin", StandardCharsets.ISO_8859_1,
            "8859", StandardCharsets.ISO_8859_1);

    private PythonEncodings() {}

    /** Upper case, hyphens and underscores make no difference to Python. */
    static Optional<Charset> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.replaceAll("[-_.]", "");
        Charset alias = ALIASES.get(bare);
        return alias != null
                ? Optional.of(alias)
                : Stream.of(lower, lower.replace('_', '-'), bare, "x-" + bare)
                        .flatMap(spelling -> forName(spelling).stream())
                        .findFirst();
    }

    private static Optional<Charset> forName(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
