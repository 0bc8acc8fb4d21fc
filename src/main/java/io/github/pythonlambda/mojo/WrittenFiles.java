package io.github.pythonlambda.mojo;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the executions of a project have written during one run of Maven, so that none writes something else over it. It is
 * kept in the map that Maven keeps for a plugin and a project.
 */
final class WrittenFiles {

    private static final String PREFIX = WrittenFiles.class.getName() + ":";

    private final Map<String, Object> context;
    private final String execution;

    /**
     * @param context Maven's map
     * @param execution tells the execution that writes now from the others
     */
    WrittenFiles(Map<String, Object> context, String execution) {
        this.context = context;
        this.execution = execution;
    }

    /** What other executions have written. */
    Set<Path> ofOthers() {
        Set<Path> files = new HashSet<>();
        context.forEach((key, value) -> {
            if (key.startsWith(PREFIX) && !value.equals(execution)) {
                files.add(Path.of(key.substring(PREFIX.length())));
            }
        });
        return files;
    }

    /** Remembers what this execution has written, or found there as it would have written it. */
    void add(Path file) {
        context.putIfAbsent(PREFIX + file, execution);
    }
}
