package io.github.pythonlambda.python;

import io.github.pythonlambda.sharing.Removal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of a name of its own for files that nobody else is to see, removed when it is closed. What a killed build
 * leaves behind is removed by a later one.
 *
 * @param path the folder; need not exist any more when it is closed
 */
public record ScratchFolder(Path path) implements Closeable {

    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    /** Makes a folder, and its parent if need be. */
    public static ScratchFolder in(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        removeAbandoned(parent, prefix);
        return new ScratchFolder(Files.createTempDirectory(parent, prefix));
    }

    private static void removeAbandoned(Path parent, String prefix) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED_AFTER);
        for (Path child : list(parent)) {
            if (child.getFileName().toString().startsWith(prefix) && isOlder(child, limit)) {
                new ScratchFolder(child).close();
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static boolean isOlder(Path path, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(limit);
        } catch (NoSuchFileException e) {
            // Another build has just removed it.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Removal.removeTree(path);
    }
}
