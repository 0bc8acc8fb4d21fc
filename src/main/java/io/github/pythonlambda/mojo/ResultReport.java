package io.github.pythonlambda.mojo;

import io.github.pythonlambda.uptodate.OutputFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Tells where the files are, remembers them, and hands the zips on. */
final class ResultReport {

    private final Log log;
    private final Consumer<Path> attacher;
    private final WrittenFiles written;

    ResultReport(Log log, Consumer<Path> attacher, WrittenFiles written) {
        this.log = log;
        this.attacher = attacher;
        this.written = written;
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
            written.add(file.path());
            log.info(file.path() + (state.isEmpty() ? "" : " (" + state + ")"));
            if (file.isZip()) {
                attacher.accept(file.path());
            }
        }
    }
}
