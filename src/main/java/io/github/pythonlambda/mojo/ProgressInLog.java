package io.github.pythonlambda.mojo;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line of the log now and then, the first one after a while: most transfers are over before. */
final class ProgressInLog implements ProgressDisplay {

    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private long last;

    ProgressInLog(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    @Override
    public void show(String text) {
        long now = nanoTime.getAsLong();
        if (now - last >= INTERVAL) {
            last = now;
            log.accept(text);
        }
    }
}
