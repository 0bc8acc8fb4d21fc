package io.github.pythonlambda.requirements;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A line that names another file. The lines of a local one follow it.
 *
 * @param constraint whether its requirements only limit what others ask for
 * @param reference a {@link Reference.LocalPath}, or a {@link Reference.RemoteUrl} that was not read
 */
public record NestedFile(Origin origin, String text, boolean constraint, Reference reference, String canonical)
        implements RequirementsLine {

    private static final Pattern LOCK_NAME = Pattern.compile("pylock\\.([^.]+\\.)?toml");

    /** Whether it is a lock by its name (PEP 751). Its lines do not follow; pip refuses one that is nested. */
    public boolean isLock() {
        if (reference instanceof Reference.LocalPath local) {
            return isLock(local.path());
        }
        return reference instanceof Reference.RemoteUrl remote
                && LOCK_NAME
                        .matcher(remote.url().replaceFirst("[?#].*", "").replaceFirst(".*/", ""))
                        .matches();
    }

    static boolean isLock(Path file) {
        Path name = file.getFileName();
        return name != null && LOCK_NAME.matcher(name.toString()).matches();
    }

    /** Safe to show. */
    @Override
    public String toString() {
        return origin + ": " + shown();
    }
}
