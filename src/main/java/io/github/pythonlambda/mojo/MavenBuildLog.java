package io.github.pythonlambda.mojo;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.build.BuildLog;
import io.github.pythonlambda.build.Counted;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** The build's messages in Maven's log, and the progress of its resolutions and transfers. For several threads, which it lets in one by one. */
final class MavenBuildLog implements BuildLog, Closeable {

    private final Log log;
    private final Consumer<String> warnings;
    private final ProgressDisplay progress;
    /** The bytes so far of files that have not arrived yet, by name. */
    private final Map<String, Long> arriving = new HashMap<>();

    private int releases;
    private int wheels;
    private long bytes;
    private boolean isClosed;

    /**
     * @param warnings tells them, and remembers them
     * @param progress shows what was looked at and fetched so far
     */
    MavenBuildLog(Log log, Consumer<String> warnings, ProgressDisplay progress) {
        this.log = log;
        this.warnings = warnings;
        this.progress = progress;
    }

    @Override
    public synchronized void info(String text) {
        progress.clear();
        log.info(text);
    }

    @Override
    public synchronized void warn(String text) {
        progress.clear();
        warnings.accept(text);
    }

    @Override
    public synchronized void debug(String text) {
        if (log.isDebugEnabled()) {
            progress.clear();
            log.debug(text);
        }
    }

    @Override
    public synchronized void receiving(String fileName, long soFar) {
        arriving.put(fileName, soFar);
        showTransfers();
    }

    @Override
    public synchronized void fetched(String fileName, long size) {
        arriving.remove(fileName);
        wheels++;
        bytes += size;
        debug("Fetched " + fileName + " (" + ByteSize.format(size) + ")");
        showTransfers();
    }

    @Override
    public synchronized void lookedAt() {
        releases++;
        if (!isClosed) {
            progress.showSearch(soFar());
        }
    }

    private void showTransfers() {
        if (!isClosed) {
            progress.show(soFar());
        }
    }

    private String soFar() {
        List<String> parts = new ArrayList<>();
        if (releases > 0) {
            parts.add(Counted.of(releases, "release") + " looked at");
        }
        long all = bytes + arriving.values().stream().mapToLong(Long::longValue).sum();
        if (all > 0) {
            parts.add("%s fetched (%s)".formatted(Counted.of(wheels, "wheel"), ByteSize.format(all)));
        }
        return "So far: " + String.join(", ", parts);
    }

    /** Ends the progress. What is told afterwards by threads that are about to end is told all the same. */
    @Override
    public synchronized void close() {
        isClosed = true;
        progress.clear();
    }
}
