package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildResult;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Tells where the zips are, and hands them on. */
final class ResultReport {

    private final Log log;
    private final Consumer<Path> attacher;

    ResultReport(Log log, Consumer<Path> attacher) {
        this.log = log;
        this.attacher = attacher;
    }

    void show(BuildResult result) {
        result.app().ifPresent(app -> show(app.path(), result));
        result.app().ifPresent(app -> attacher.accept(app.path()));
        result.layers().forEach(layer -> {
            show(layer.path(), result);
            attacher.accept(layer.path());
        });
        show(result.manifest(), result);
        show(result.report(), result);
    }

    private void show(Path file, BuildResult result) {
        log.info(file + (result.changed().contains(file) ? "" : " (unchanged)"));
    }
}
