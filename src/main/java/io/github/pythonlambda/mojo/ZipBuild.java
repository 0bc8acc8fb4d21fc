package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.BuildResult;
import io.github.pythonlambda.uptodate.BuildInputs;
import io.github.pythonlambda.uptodate.FinishedBuild;
import io.github.pythonlambda.uptodate.KeptBuild;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** The zips of an execution: found as the last build left them, or built and kept for the next one. */
final class ZipBuild {

    private final Log log;
    private final ResultReport report;
    private final KeptBuild kept;
    private final List<String> settings;
    private final Instant started = Instant.now();
    private boolean first;

    /** @param settings what the execution is set to */
    ZipBuild(Log log, ResultReport report, KeptBuild kept, List<String> settings) {
        this.log = log;
        this.report = report;
        this.kept = kept;
        this.settings = settings;
    }

    /**
     * Whether there is nothing to do. If so, it is told what the last build has told.
     *
     * @param anew whether what was resolved without a lock is to be resolved anew
     */
    boolean isUpToDate(Map<String, String> environment, boolean anew) {
        KeptBuild.Found found = kept.find(settings, environment, anew);
        if (found instanceof KeptBuild.Found.UpToDate upToDate) {
            FinishedBuild build = upToDate.build();
            for (String warning : build.warnings()) {
                log.warn(warning);
            }
            log.info("Nothing has changed since the last build");
            report.show(build.files(), build.restored(), "restored");
            return true;
        }
        if (found instanceof KeptBuild.Found.Outdated outdated) {
            log.debug("Not up to date: " + outdated.reason());
        } else {
            first = true;
            log.debug("No earlier build is known");
        }
        return false;
    }

    /** Whether no earlier build was found, not even one that is out of date. */
    boolean isFirst() {
        return first;
    }

    /** Tells what was built, and keeps it. */
    void finish(BuildResult result, BuildInputs inputs, List<String> warnings) {
        report.show(result.files(), result.changed(), "");
        try {
            kept.keep(settings, started, inputs, result.files(), warnings);
        } catch (IOException e) {
            log.debug("This build cannot be kept for the next one: " + e.getMessage());
        }
    }
}
