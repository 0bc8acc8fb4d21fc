package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.sharing.WorkLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Wheels by the SHA-256 of their content: {@code <root>/<first two digits>/<digest>/<file name>}. A file gets its name
 * only once its content has been verified, and is never changed afterwards; so readers need no lock, and builds that
 * store the same wheel at the same moment only do the same thing twice. To save them that, there is a lock for each wheel,
 * which pip's side ({@code lambda_store.py}) takes too.
 */
public final class WheelStore implements KeptFolder {

    private static final String INCOMING = ".incoming-";
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private static final FolderForm FORM = new FolderForm(
            List.of(FolderForm.TWO_DIGITS + "/" + FolderForm.DIGEST), List.of("\\.incoming-.+", FolderForm.LOCKS));

    private final Path root;
    private final Uses uses;

    /** @param root the folder; made when the first wheel is stored */
    public WheelStore(Path root) {
        this(root, new Uses());
    }

    /**
     * @param root the folder; made when the first wheel is stored
     * @param uses is told each wheel that is asked for and there
     */
    public WheelStore(Path root, Uses uses) {
        this.root = root;
        this.uses = uses;
    }

    @Override
    public Path folder() {
        return root;
    }

    @Override
    public KeptItems items() throws IOException {
        return FORM.list(root);
    }

    public Path root() {
        return root;
    }

    /** The path of a wheel that is in the store. */
    public Optional<Path> find(Sha256 digest, WheelFileName name) {
        Path file = path(digest, name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        uses.note(file.getParent());
        return Optional.of(file);
    }

    private Path path(Sha256 digest, WheelFileName name) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex()).resolve(name.text());
    }

    /**
     * Waits for the turn to fetch a wheel. It may be in the store afterwards.
     *
     * @param longWait is run once if that takes more than a few seconds
     */
    public WorkLock lock(Sha256 digest, Runnable longWait) throws InterruptedIOException {
        return WorkLock.acquire(root.resolve(".locks").resolve(digest.hex()), longWait);
    }

    /** Makes a file to write a wheel to, on the store's file system, so that {@link #add} only renames it. */
    public Path newTemporaryFile() throws IOException {
        Files.createDirectories(root);
        Path file = Files.createTempFile(root, INCOMING, ".tmp");
        file.toFile().deleteOnExit();
        return file;
    }

    /** Removes what killed builds have left of wheels that they were about to store; not what is younger than a day. */
    public void removeAbandoned() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Instant limit = Instant.now().minus(ABANDONED_AFTER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root, INCOMING + "*")) {
            for (Path file : files) {
                if (isOlder(file, limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
        } catch (NoSuchFileException e) {
            // Another build has just stored or removed it.
            return false;
        }
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
            // Not those that a stopped prune has left.
            return files.filter(
                            file -> !file.getParent().getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
