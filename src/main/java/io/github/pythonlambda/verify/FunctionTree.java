package io.github.pythonlambda.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The folders that a function sees, in a scratch folder.
 *
 * @param folder the scratch folder
 */
record FunctionTree(Path folder) {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Makes the folders. */
    static FunctionTree in(Path folder) throws IOException {
        FunctionTree tree = new FunctionTree(folder);
        for (Path path : new Path[] {tree.opt(), tree.task(), tree.lang(), tree.runtime(), tree.tmp(), tree.root()}) {
            Files.createDirectories(path);
        }
        return tree;
    }

    /** Where layers are unpacked to. */
    Path opt() {
        return folder.resolve("opt");
    }

    /** Where the app is unpacked to. */
    Path task() {
        return folder.resolve("task");
    }

    /** Where Python is. */
    Path lang() {
        return folder.resolve("lang");
    }

    /** Where Lambda has its own programs. */
    Path runtime() {
        return folder.resolve("runtime");
    }

    /** The only folder that a function may write to. */
    Path tmp() {
        return folder.resolve("tmp");
    }

    /** Over which all of these are mounted for a program that sees them where Lambda has them. */
    Path root() {
        return folder.resolve("root");
    }

    /** Takes the right to write away from the folders that were unpacked, where there are such rights. */
    void makeReadOnly() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        for (Path path : new Path[] {opt(), task()}) {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException fault) throws IOException {
                    return lock(directory);
                }
            });
        }
    }

    private static FileVisitResult lock(Path path) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
        mode.removeAll(WRITE);
        Files.setPosixFilePermissions(path, mode);
        return FileVisitResult.CONTINUE;
    }
}
