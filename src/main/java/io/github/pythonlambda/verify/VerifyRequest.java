package io.github.pythonlambda.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to verify, and how.
 *
 * @param outputDirectory where the zips and the manifest are
 * @param finalName the name of the app zip without its ending, by which its manifest is found
 * @param readinessPath the path that a web app is asked for until it answers
 * @param startTimeout how long a web app may take to answer
 * @param checks further requests to a web app
 * @param event what a plain handler is called with; empty to load it only
 * @param excludes modules and packages that are not imported, see {@link Excludes}
 * @param verifyPython the interpreter that has to be taken
 * @param python an interpreter that is taken if it has the runtime's version
 */
public record VerifyRequest(
        Path outputDirectory,
        String finalName,
        String readinessPath,
        Duration startTimeout,
        List<HttpCheck> checks,
        Optional<String> event,
        List<String> excludes,
        Optional<String> verifyPython,
        Optional<String> python) {

    public VerifyRequest {
        checks = List.copyOf(checks);
        excludes = List.copyOf(excludes);
    }
}
