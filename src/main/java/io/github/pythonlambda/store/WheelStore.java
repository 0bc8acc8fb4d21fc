package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Wheels by the SHA-256 of their content: {@code <root>/<first two digits>/<digest>/<file name>}. A file gets its name
 * only once its content has been verified, and is never changed afterwards; so readers need no lock, and builds that
 * store the same wheel at the same moment only do the same thing twice.
 */
public final class WheelStore {

    private final Path root;

    /** @param root the folder; made when the first wheel is stored */
    public WheelStore(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** The path of a wheel that is in the store. */
    public Optional<Path> find(Sha256 digest, WheelFileName name) {
        Path file = path(digest, name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }

    private Path path(Sha256 digest, WheelFileName name) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex()).resolve(name.text());
    }

    /** Makes a file to write a wheel to, on the store's file system, so that {@link #add} only renames it. */
    public Path newTemporaryFile() throws IOException {
        Files.createDirectories(root);
        Path file = Files.createTempFile(root, ".incoming-", ".tmp");
        file.toFile().deleteOnExit();
        return file;
    }

    /**
     * Moves a file into the store.
     *
     * @param file a file made by {@link #newTemporaryFile}; gone afterwards
     * @param digest what its content must have
     * @return where it is now
     * @throws HashMismatchException if the content has another digest; the file is deleted
     */
    public Path add(Path file, Sha256 digest, WheelFileName name) throws IOException {
        Sha256 actual = Sha256.ofFile(file);
        if (!actual.equals(digest)) {
            Files.delete(file);
            throw new HashMismatchException(digest, actual);
        }
        Path target = path(digest, name);
        Files.createDirectories(target.getParent());
        try {
            return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(target)) {
                throw e;
            }
            // On Windows a file that another build has open cannot be replaced, and need not be: it is the same.
            Files.delete(file);
            return target;
        }
    }

    /** All wheels in the store, in no particular order. */
    public List<Path> wheels() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                root,
                3,
                (path, attributes) ->
                        attributes.isRegularFile() && path.toString().endsWith(WheelFileName.EXTENSION))) {
            return files.toList();
        }
    }
}
