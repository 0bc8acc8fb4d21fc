package io.github.pythonlambda.mojo;

import io.github.pythonlambda.uptodate.OutputFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Tells where the files are, and hands the zips on. */
final class ResultReport {

    private final Log log;
    private final Consumer<Path> attacher;

    ResultReport(Log log, Consumer<Path> attacher) {
        this.log = log;
        this.attacher = attacher;
    }

    /**
     * Tells and hands on.
     *
     * @param changed those of the files that are new
     * @param how a word for what happened to these; empty if it goes without saying
     */
    void show(List<OutputFile> files, Set<Path> changed, String how) {
        for (OutputFile file : files) {
            String state = changed.contains(file.path()) ? how : "unchanged";
            log.info(file.path() + (state.isEmpty() ? "" : " (" + state + ")"));
            if (file.isZip()) {
                attacher.accept(file.path());
            }
        }
    }
}
