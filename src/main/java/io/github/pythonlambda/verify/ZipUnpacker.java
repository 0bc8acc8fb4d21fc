package io.github.pythonlambda.verify;

import io.github.pythonlambda.archive.SourceArchive;
import io.github.pythonlambda.archive.SourceEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Unpacks a zip as Lambda does: with the modes of its entries, but to be written by nobody, over what is there already.
 * Several files at a time.
 */
final class ZipUnpacker {

    private static final int MODE_OF_FILES = 0644;
    private static final int NOT_WRITABLE = 0555;

    /** In the order of the bits, the highest first. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE
    };

    private final Path folder;
    private final boolean hasModes;
    private final Set<Path> folders = new TreeSet<>();
    private final Map<Path, SourceEntry> files = new HashMap<>();

    private ZipUnpacker(Path folder) {
        this.folder = folder;
        this.hasModes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Unpacks a zip.
     *
     * @throws IOException if the zip is damaged, or has an entry that is not a file below the folder
     */
    static void unpack(Path zip, Path folder) throws IOException {
        try (SourceArchive archive = SourceArchive.open(zip)) {
            ZipUnpacker unpacker = new ZipUnpacker(folder);
            for (SourceEntry entry : archive.entries()) {
                unpacker.add(entry, zip);
            }
            unpacker.write();
        }
    }

    private void add(SourceEntry entry, Path zip) throws IOException {
        Path target = folder.resolve(entry.name()).normalize();
        if (!target.startsWith(folder) || entry.isSymbolicLink()) {
            throw new IOException(
                    "entry %s of %s is no file below the folder it is unpacked to".formatted(entry.name(), zip));
        }
        if (entry.isDirectory()) {
            folders.add(target);
        } else {
            folders.add(target.getParent());
            files.put(target, entry);
        }
    }

    private void write() throws IOException {
        for (Path directory : folders) {
            Files.createDirectories(directory);
        }
        try {
            files.entrySet().parallelStream().forEach(file -> writeUnchecked(file.getKey(), file.getValue()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeUnchecked(Path target, SourceEntry entry) {
        try {
            write(target, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path target, SourceEntry entry) throws IOException {
        // Of an earlier layer; it could not be written to.
        Files.deleteIfExists(target);
        try (OutputStream out = Files.newOutputStream(target)) {
            entry.copyTo(out);
        }
        if (hasModes) {
            int mode = entry.unixMode();
            Files.setPosixFilePermissions(target, permissions((mode == 0 ? MODE_OF_FILES : mode) & NOT_WRITABLE));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode >> BITS.length - 1 - i & 1) == 1) {
                permissions.add(BITS[i]);
            }
        }
        return permissions;
    }
}
