package io.github.pythonlambda.sharing;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Removes kept things, each whole: a folder first gets another name, under which nobody looks for it, so that one that is
 * only half removed is never taken for the thing. Where a file of it cannot be removed because somebody has it open
 * (Windows), the other name cannot be given either, and nothing happens. Links are not followed.
 */
public final class Removal {

    private static final String BEGUN = ".pruned-";

    private Removal() {}

    /** Whether somebody has begun to remove it, and was stopped. */
    static boolean isBegun(Path path) {
        return path.getFileName().toString().startsWith(BEGUN);
    }

    /**
     * Removes an item, and the folders above it that are empty then.
     *
     * @param item a file or folder; need not exist
     * @param folder the one that stays
     * @throws IOException if it cannot be removed; it is still there then, whole
     */
    public static void remove(Path item, Path folder) throws IOException {
        if (Files.isDirectory(item, LinkOption.NOFOLLOW_LINKS)) {
            Path renamed = isBegun(item) ? item : item.resolveSibling(BEGUN + Long.toHexString(System.nanoTime()));
            if (!item.equals(renamed)) {
                Files.move(item, renamed);
            }
            removeTree(renamed);
        } else {
            Files.deleteIfExists(item);
        }
        removeEmpty(item.getParent(), folder);
    }

    /** Removes a folder of which nobody else knows, if it is there. */
    public static void removeTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new Remover());
        }
    }

    private static void removeEmpty(Path first, Path folder) throws IOException {
        for (Path empty = first; !empty.equals(folder) && empty.startsWith(folder); empty = empty.getParent()) {
            try {
                Files.deleteIfExists(empty);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!Files.isWritable(folder)) {
                // Nothing can be removed from a read-only folder.
                folder.toFile().setWritable(true);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
            if (fault != null) {
                throw fault;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    /**
     * The bytes that removing an item gives back to the disk. A file that has another name elsewhere, as the kept outputs of
     * a build have in {@code target}, gives back none.
     */
    public static long bytes(Path item) throws IOException {
        Size size = new Size();
        try {
            Files.walkFileTree(item, size);
        } catch (NoSuchFileException e) {
            // Somebody else has just removed it.
            return size.bytes;
        }
        return size.bytes;
    }

    private static final class Size extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && links(file) <= 1) {
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        private static int links(Path file) throws IOException {
            return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
                    : 1;
        }
    }
}
