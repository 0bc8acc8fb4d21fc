package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
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
    private final Set<Path> untouchable;
    private final List<StagedFile> files = new ArrayList<>();

    /** @param untouchable files that are not to be replaced by others */
    Staging(Path folder, Set<Path> untouchable) {
        this.folder = folder;
        this.untouchable = untouchable;
    }

    StagedFile file(String name) throws IOException {
        StagedFile file = StagedFile.of(folder.resolve(name));
        files.add(file);
        return file;
    }

    /**
     * Puts all files in their places, in the order in which they were asked for; gives back those that are new.
     *
     * @throws ProblemException if another execution has written something else in one of the places
     */
    Set<Path> commit() throws ProblemException, IOException {
        refuseToReplace();
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

    private void refuseToReplace() throws ProblemException, IOException {
        for (StagedFile file : files) {
            boolean isOthers = untouchable.contains(file.target()) && Files.isRegularFile(file.target());
            if (isOthers && Files.mismatch(file.target(), file.temporary()) >= 0) {
                throw new ProblemException(Problem.of("another execution of this build has written something else to "
                                + file.target().getFileName())
                        .at(file.target())
                        .remedy("give this execution another <finalName> if it is the app's zip, manifest or report,"
                                + " another <outputDirectory> or <layerFinalName> if it is a layer's zip"));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (StagedFile file : files) {
            file.close();
        }
    }
}
