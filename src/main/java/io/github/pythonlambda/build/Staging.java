package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.StagedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The output folder's files to be: all are written before the first one is put in its place. */
final class Staging implements Closeable {

    private final Path folder;
    private final List<StagedFile> files = new ArrayList<>();

    Staging(Path folder) {
        this.folder = folder;
    }

    StagedFile file(String name) throws IOException {
        StagedFile file = StagedFile.of(folder.resolve(name));
        files.add(file);
        return file;
    }

    /** Puts all files in their places, in the order in which they were asked for; gives back those that are new. */
    Set<Path> commit() throws IOException {
        for (StagedFile file : files) {
            if (Files.isDirectory(file.target())) {
                throw new IOException("cannot write " + file.target() + ": there is a folder of that name");
            }
        }
        Set<Path> changed = new LinkedHashSet<>();
        for (StagedFile file : files) {
            if (file.commit()) {
                changed.add(file.target());
            }
        }
        return changed;
    }

    @Override
    public void close() throws IOException {
        for (StagedFile file : files) {
            file.close();
        }
    }
}
