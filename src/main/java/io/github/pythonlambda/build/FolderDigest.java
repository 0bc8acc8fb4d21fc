package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A digest of a project's folder: names and content of its files. It may cover more than what a build backend reads, since a
 * change too many costs a resolution and one too few a wrong layer; only what tools write all the time is left out.
 */
final class FolderDigest {

    private static final Set<String> NEVER_SOURCE =
            Set.of(".git", ".hg", ".svn", "__pycache__", ".venv", ".tox", ".nox", "target");

    private FolderDigest() {}

    static Sha256 of(Path folder) throws IOException {
        Map<String, Sha256> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean leftOut = !directory.equals(folder)
                        && NEVER_SOURCE.contains(directory.getFileName().toString());
                return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (Files.isRegularFile(file)) {
                    files.put(folder.relativize(file).toString(), Sha256.ofFile(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        MessageDigest digest = Sha256.newDigest();
        files.forEach((name, content) -> digest.update((content + " " + name + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.of(digest);
    }
}
