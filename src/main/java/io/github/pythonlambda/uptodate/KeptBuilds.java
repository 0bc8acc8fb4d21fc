package io.github.pythonlambda.uptodate;

import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of all kept builds. Each is a folder at a path that says where its outputs are.
 *
 * @param folder as for {@link KeptBuild}
 */
public record KeptBuilds(Path folder) implements KeptFolder {

    @Override
    public KeptItems items() throws IOException {
        if (!Files.isDirectory(folder)) {
            return KeptItems.NONE;
        }
        Search search = new Search();
        Files.walkFileTree(folder, search);
        return new KeptItems(search.builds, List.of(), List.of(), search.unknown);
    }

    private static final class Search extends SimpleFileVisitor<Path> {

        private final List<Path> builds = new ArrayList<>();
        private final List<Path> unknown = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            if (Files.isRegularFile(place.resolve(KeptBuild.USES_FILE))) {
                builds.add(place);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            unknown.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
