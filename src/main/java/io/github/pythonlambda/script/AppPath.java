package io.github.pythonlambda.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where a path of the running function is in the app, which Lambda unpacks to {@code /var/task}. */
public final class AppPath {

    private static final String TASK_ROOT = "/var/task/";

    private AppPath() {}

    /**
     * Finds the place of a path.
     *
     * @param folder the folder that relative paths count from, relative to the app; nothing if it is not known
     * @param path an absolute or relative path
     * @return the path relative to the app, empty for its root; nothing if it is not in the app or cannot be told
     */
    public static Optional<String> resolve(Optional<String> folder, String path) {
        if (path.startsWith("/")) {
            String inFolder = path + "/";
            return inFolder.startsWith(TASK_ROOT)
                    ? normalised(inFolder.substring(TASK_ROOT.length()))
                    : Optional.empty();
        }
        return folder.flatMap(base -> normalised(base + "/" + path));
    }

    private static Optional<String> normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
