package io.github.pythonlambda.uptodate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file that a build has left, as it was then.
 *
 * @param name in the folder of the outputs
 * @param size in bytes
 * @param modified nanoseconds since 1970
 * @param isZip whether it is one of the packages
 */
record KeptOutput(String name, long size, long modified, boolean isZip) {

    static KeptOutput of(OutputFile file) throws IOException {
        return new KeptOutput(
                file.path().getFileName().toString(),
                Files.size(file.path()),
                Files.getLastModifiedTime(file.path()).to(TimeUnit.NANOSECONDS),
                file.isZip());
    }

    /** Whether a file is this one, untouched. */
    boolean isAt(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.isRegularFile()
                    && now.size() == size
                    && now.lastModifiedTime().to(TimeUnit.NANOSECONDS) == modified;
        } catch (IOException e) {
            return false;
        }
    }
}
