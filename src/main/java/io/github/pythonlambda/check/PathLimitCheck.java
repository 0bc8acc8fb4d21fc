package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Printable;
import io.github.pythonlambda.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rule {@code path-limit}: Linux unpacks no name of more than 255 bytes, and no path of 4096 (NAME_MAX, PATH_MAX). */
public final class PathLimitCheck {

    private static final Rule RULE = Rule.PATH_LIMIT;
    private static final int LONGEST_NAME = 255;
    /** PATH_MAX counts the byte 0 at the end. */
    private static final int LONGEST_PATH = 4095;

    private static final int SHOWN_CHARACTERS = 80;

    private PathLimitCheck() {}

    /**
     * Checks the paths of a zip.
     *
     * @param zip what the zip is, in words
     * @param folder where Lambda unpacks it, with a slash at its end
     */
    public static Optional<Finding> check(String zip, String folder, Collection<String> paths) {
        List<String> tooLong = paths.stream()
                .filter(path -> bytes(folder + path) > LONGEST_PATH
                        || Arrays.stream(path.split("/")).anyMatch(name -> bytes(name) > LONGEST_NAME))
                .map(PathLimitCheck::shown)
                .toList();
        if (tooLong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                RULE,
                Problem.of("Lambda cannot unpack %s: it has names or paths that are too long".formatted(zip))
                        .expected("names of %d bytes in UTF-8 at most, and paths of %d with %s in front"
                                .formatted(LONGEST_NAME, LONGEST_PATH, folder))
                        .found(Shown.some(tooLong))
                        .remedy("give the files shorter names, or leave them out")));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String shown(String path) {
        String text = Printable.of(path);
        return text.length() <= SHOWN_CHARACTERS
                ? text
                : "%s... (%d bytes)".formatted(text.substring(0, SHOWN_CHARACTERS), bytes(path));
    }
}
