package io.github.pythonlambda.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written under another name beside its place and put there whole, or not at all.
 *
 * <p>It is renamed rather than overwritten for a second reason: the AWS CDK remembers a file's hash by inode, time and
 * size, so a zip rewritten in place could be taken for the old one.
 */
public final class StagedFile implements Closeable {

    private final Path target;
    private final Path temporary;

    private StagedFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /** Makes the temporary file, and the folder if need be. */
    public static StagedFile of(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + target.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + ".tmp");
        // Also gone after Ctrl-C.
        temporary.toFile().deleteOnExit();
        return new StagedFile(target, temporary);
    }

    /** Where the content is to go. */
    public Path target() {
        return target;
    }

    /** Where to write. */
    public Path temporary() {
        return temporary;
    }

    /**
     * Makes the content that of another file: by a hard link, or where there are none, by a copy. That file may not be
     * changed but by being replaced.
     */
    public void linkTo(Path source) throws IOException {
        try {
            Files.createLink(temporary, source);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Another file system, one without links, or one that allows no more of them.
            Files.copy(source, temporary, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Puts the file in its place. A file with the same bytes that is there already is left alone, so that its time says
     * when the content last changed.
     *
     * @return whether the content is new
     */
    public boolean commit() throws IOException {
        if (Files.isRegularFile(target) && Files.mismatch(target, temporary) < 0) {
            return false;
        }
        replace();
        return true;
    }

    /** Puts the file in its place, whatever is there. */
    public void replace() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
