package io.github.pythonlambda.python;

import io.github.pythonlambda.packaging.GlibcVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the glibc version from the library that the JVM itself has loaded. This needs no program such as {@code ldd},
 * which slim images lack, and cannot mistake a musl host for one with glibc.
 */
final class LoadedGlibc {

    /** Up to 2.33 the version is in the file's name; from 2.34 on the file is called libc.so.6. */
    private static final Pattern LIBRARY = Pattern.compile(".*\\s(/\\S*/libc(?:-([0-9]+\\.[0-9]+)\\.so|\\.so\\.6))$");

    private static final String BANNER_START = "GNU C Library ";
    private static final Pattern BANNER = Pattern.compile("[^\\n]*release version ([0-9]+\\.[0-9]+)");

    private LoadedGlibc() {}

    static Optional<GlibcVersion> find(Path memoryMaps) throws IOException {
        try (Stream<String> lines = Files.lines(memoryMaps, StandardCharsets.ISO_8859_1)) {
            Optional<Matcher> library = lines.filter(line -> line.contains("/libc"))
                    .map(LIBRARY::matcher)
                    .filter(Matcher::matches)
                    .findFirst();
            if (library.isEmpty()) {
                return Optional.empty();
            }
            String version = library.get().group(2);
            return version == null
                    ? fromBanner(Path.of(library.get().group(1)))
                    : Optional.of(GlibcVersion.parse(version));
        }
    }

    private static Optional<GlibcVersion> fromBanner(Path library) throws IOException {
        if (!Files.isReadable(library)) {
            return Optional.empty();
        }
        String content = new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1);
        for (int at = content.indexOf(BANNER_START); at >= 0; at = content.indexOf(BANNER_START, at + 1)) {
            Matcher banner = BANNER.matcher(content).region(at, content.length());
            if (banner.lookingAt()) {
                return Optional.of(GlibcVersion.parse(banner.group(1)));
            }
        }
        return Optional.empty();
    }
}
