package io.github.pythonlambda.mojo;

import java.util.Map;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** How to show the progress of transfers: as Maven shows its own. */
enum ProgressStyle {
    /** A line on the terminal that is rewritten. */
    LIVE,
    /** A line of the log now and then. */
    LINES,
    /** Not at all: {@code -q}, {@code -ntp}. */
    NONE;

    /**
     * Chooses one.
     *
     * @param isTerminal whether there is somebody to see a line change
     * @param variables the environment variables
     */
    static ProgressStyle of(Log log, MavenExecutionRequest request, boolean isTerminal, Map<String, String> variables) {
        String ofMaven = nameOf(request.getTransferListener());
        if (!log.isInfoEnabled() || ofMaven.startsWith("Quiet")) {
            return NONE;
        }
        // With -l the log goes to a file. With -T others write to the log, and cannot know of a line to be cleared.
        boolean isLive = isTerminal
                && request.isInteractiveMode()
                && !ofMaven.startsWith("Slf4j")
                && request.getDegreeOfConcurrency() <= 1
                && !"dumb".equals(variables.get("TERM"))
                && "false".equals(variables.getOrDefault("CI", "false"));
        return isLive ? LIVE : LINES;
    }

    /** What Maven has chosen by its options is seen by nothing but the name of its class, the same since 3.6. */
    private static String nameOf(@Nullable Object listener) {
        return listener == null ? "" : listener.getClass().getSimpleName();
    }
}
