package io.github.pythonlambda.uptodate;

import io.github.pythonlambda.archive.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place in the file system as a build has found it. Links are followed.
 *
 * @param path absolute
 * @param kind what was there
 * @param size bytes of a file; 0 otherwise
 * @param modified nanoseconds since 1970; 0 if nothing was there
 * @param digest SHA-256 of a file's content or of the names in a folder, in hexadecimal digits; empty if nothing was there
 */
record FileState(Path path, Kind kind, long size, long modified, String digest) {

    /** What is in a place. */
    enum Kind {
        NOTHING,
        FILE,
        FOLDER,
        OTHER
    }

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Linux takes the time of a file from its last clock tick, which may be this long ago. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);

    /** FAT counts in steps of two seconds, HFS+ in seconds. */
    private static final long COARSE_STEP = 2 * NANOS_PER_SECOND;

    /** The state of a place now. */
    static FileState of(Path path) throws IOException {
        BasicFileAttributes attributes = attributes(path);
        if (attributes == null) {
            return new FileState(path, Kind.NOTHING, 0, 0, "");
        }
        Kind kind = kind(attributes);
        return new FileState(path, kind, size(attributes), modified(attributes), digest(path, kind));
    }

    /**
     * Whether what is there now was certainly there at a time: it was modified before. For what is modified later, a later
     * time is seen, so for a settled state it is enough to look at time and size.
     */
    boolean isSettledAt(Instant time) {
        long step = modified % NANOS_PER_SECOND == 0 ? COARSE_STEP : TICK;
        long at = time.getEpochSecond() * NANOS_PER_SECOND + time.getNano();
        return kind != Kind.OTHER && (kind == Kind.NOTHING || modified < at - step);
    }

    /** Whether the place is still as it was: by time and size, or where the time differs, by content. */
    boolean isUnchanged() throws IOException {
        BasicFileAttributes now = attributes(path);
        if (now == null) {
            return kind == Kind.NOTHING;
        }
        if (kind(now) != kind || size(now) != size) {
            return false;
        }
        return modified(now) == modified || digest(path, kind).equals(digest);
    }

    private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        return attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
    }

    private static long size(BasicFileAttributes attributes) {
        return attributes.isRegularFile() ? attributes.size() : 0;
    }

    private static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private static String digest(Path path, Kind kind) throws IOException {
        if (kind == Kind.FILE) {
            return Sha256.ofFile(path).hex();
        }
        return kind == Kind.FOLDER
                ? Sha256.of(names(path).getBytes(StandardCharsets.UTF_8)).hex()
                : "";
    }

    private static String names(Path folder) throws IOException {
        File[] children = folder.toFile().listFiles();
        if (children == null) {
            throw new IOException("cannot list " + folder);
        }
        Arrays.sort(children);
        StringBuilder names = new StringBuilder();
        for (File child : children) {
            names.append(child.getName()).append(child.isDirectory() ? "/\n" : "\n");
        }
        return names.toString();
    }
}
