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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project's folder as a build backend sees it. It may cover more than what a backend reads, since a change too many costs a
 * resolution and one too few a wrong layer; only what tools write all the time is left out.
 *
 * @param files by their path in the folder
 * @param folders the folder itself, and all those in it
 */
record SourceFolder(SortedMap<String, Path> files, List<Path> folders) {

    private static final Set<String> NEVER_SOURCE =
            Set.of(".git", ".hg", ".svn", "__pycache__", ".venv", ".tox", ".nox", "target");

    static SourceFolder read(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        List<Path> folders = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (!directory.equals(folder)
                        && NEVER_SOURCE.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file)) {
                    files.put(folder.relativize(file).toString(), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new SourceFolder(files, folders);
    }

    /** A digest of names and content of the files. */
    Sha256 digest() throws IOException {
        MessageDigest digest = Sha256.newDigest();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String line = Sha256.ofFile(file.getValue()) + " " + file.getKey() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.of(digest);
    }
}
