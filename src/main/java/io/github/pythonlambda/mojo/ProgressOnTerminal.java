package io.github.pythonlambda.mojo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One line that is written over and over. It goes to the terminal itself and not to {@link System#out}, which Maven 4 takes
 * apart into lines of the log.
 */
final class ProgressOnTerminal implements ProgressDisplay {

    private static final long INTERVAL = Duration.ofMillis(100).toNanos();

    private final PrintWriter terminal;
    private final LongSupplier nanoTime;
    private long last;
    /** The columns that are written on. */
    private int width;

    ProgressOnTerminal(PrintWriter terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong() - INTERVAL;
    }

    @Override
    public void show(String text) {
        long now = nanoTime.getAsLong();
        if (now - last < INTERVAL) {
            return;
        }
        last = now;
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.flush();
        width = text.length();
    }

    @Override
    public void showSearch(String text) {
        show(text);
    }

    @Override
    public void clear() {
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
            width = 0;
        }
    }
}
