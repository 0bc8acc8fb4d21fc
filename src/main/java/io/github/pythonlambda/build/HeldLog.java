package io.github.pythonlambda.build;

import java.util.ArrayList;
import java.util.List;

/**
 * What one of several pieces of work tells that go on at the same time. It is held back until those before it have told
 * all they have to say, so that the log is the same as if one had been done after the other. What was looked at and
 * fetched is handed on at once: that is the progress of the whole build.
 */
final class HeldLog implements BuildLog {

    private final BuildLog log;
    private final List<Runnable> held = new ArrayList<>();
    private boolean hasTurn;

    HeldLog(BuildLog log) {
        this.log = log;
    }

    /** Tells what was held back. From now on everything is told at once. */
    synchronized void takeTurn() {
        hasTurn = true;
        held.forEach(Runnable::run);
        held.clear();
    }

    private synchronized void tell(Runnable message) {
        if (hasTurn) {
            message.run();
        } else {
            held.add(message);
        }
    }

    @Override
    public void info(String text) {
        tell(() -> log.info(text));
    }

    @Override
    public void warn(String text) {
        tell(() -> log.warn(text));
    }

    @Override
    public void debug(String text) {
        tell(() -> log.debug(text));
    }

    @Override
    public void lookedAt() {
        log.lookedAt();
    }

    @Override
    public void receiving(String fileName, long soFar) {
        log.receiving(fileName, soFar);
    }

    @Override
    public void fetched(String fileName, long bytes) {
        log.fetched(fileName, bytes);
    }
}
