package io.github.pythonlambda.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks a zip as Lambda does: with the modes of its entries, but to be written by nobody, over what is there already. */
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

    private ZipUnpacker() {}

    /** @throws IOException if the zip is damaged, or has an entry that is not a file below the folder */
    static void unpack(Path zip, Path folder) throws IOException {
        boolean hasModes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<Path> made = new HashSet<>();
        try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder) || entry.isUnixSymlink()) {
                    throw new IOException("entry %s of %s is no file below the folder it is unpacked to"
                            .formatted(entry.getName(), zip));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                if (made.add(target.getParent())) {
                    Files.createDirectories(target.getParent());
                }
                try (InputStream in = archive.getInputStream(entry)) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
                if (hasModes) {
                    int mode = entry.getUnixMode();
                    Files.setPosixFilePermissions(
                            target, permissions((mode == 0 ? MODE_OF_FILES : mode) & NOT_WRITABLE));
                }
            }
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
