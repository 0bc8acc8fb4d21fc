package io.github.pythonlambda.pylock;

import java.util.Optional;

/**
 * The name of a lock file: {@code pylock.toml} or {@code pylock.<name>.toml}. Nothing else may be one (PEP 751).
 *
 * @param text the file name as it is
 * @param name what stands between the dots; empty for {@code pylock.toml}
 */
public record PylockFileName(String text, String name) {

    /** The name of the one lock file of a folder. */
    public static final String DEFAULT = "pylock.toml";

    private static final String PREFIX = "pylock.";
    private static final String SUFFIX = ".toml";

    /**
     * Reads a file name.
     *
     * @param fileName a name without folders
     * @return empty if it is no lock file's name
     */
    public static Optional<PylockFileName> find(String fileName) {
        if (fileName.equals(DEFAULT)) {
            return Optional.of(new PylockFileName(fileName, ""));
        }
        int end = fileName.length() - SUFFIX.length();
        if (!fileName.startsWith(PREFIX) || !fileName.endsWith(SUFFIX) || end <= PREFIX.length()) {
            return Optional.empty();
        }
        String name = fileName.substring(PREFIX.length(), end);
        return name.contains(".") ? Optional.empty() : Optional.of(new PylockFileName(fileName, name));
    }

    @Override
    public String toString() {
        return text;
    }
}
