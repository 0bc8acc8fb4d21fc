package io.github.pythonlambda.mojo;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.build.BuildLog;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** The build's messages in Maven's log, with the progress of transfers where somebody watches. */
final class MavenBuildLog implements BuildLog {

    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(2).toNanos();

    private final Log log;
    private final Consumer<String> warnings;
    private final boolean interactive;
    private long lastLine = System.nanoTime();
    private int wheels;
    private long bytes;

    /**
     * @param warnings tells them, and remembers them
     * @param interactive {@code false} for {@code -B}, which asks for no progress
     */
    MavenBuildLog(Log log, Consumer<String> warnings, boolean interactive) {
        this.log = log;
        this.warnings = warnings;
        this.interactive = interactive;
    }

    @Override
    public void info(String text) {
        log.info(text);
    }

    @Override
    public void warn(String text) {
        warnings.accept(text);
    }

    @Override
    public void debug(String text) {
        log.debug(text);
    }

    @Override
    public synchronized void fetched(String fileName, long size) {
        wheels++;
        bytes += size;
        log.debug("Fetched " + fileName + " (" + ByteSize.format(size) + ")");
        long now = System.nanoTime();
        if (interactive && now - lastLine > NANOS_BETWEEN_LINES) {
            lastLine = now;
            log.info("Fetching wheels: " + wheels + " so far, " + ByteSize.format(bytes));
        }
    }
}
