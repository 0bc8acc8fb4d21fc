package io.github.pythonlambda.mojo;

import java.io.Console;
import java.util.function.LongSupplier;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where progress is shown. Not for several threads at a time. */
interface ProgressDisplay {

    /** Shows how far transfers are, unless it has done so only just now. */
    void show(String text);

    /** Shows how far a search is. Where nobody sees it, a long one is told in the log anyway. */
    default void showSearch(String text) {}

    /** Makes room for a line of the log. */
    default void clear() {}

    /** The one that suits the options of Maven and the place where its output goes. */
    static ProgressDisplay of(Log log, MavenExecutionRequest request) {
        Console console = System.console();
        LongSupplier clock = System::nanoTime;
        return switch (ProgressStyle.of(log, request, isTerminal(console), System.getenv())) {
            case LIVE -> new ProgressOnTerminal(console.writer(), clock);
            case LINES -> new ProgressInLog(log::info, clock);
            case NONE -> text -> {};
        };
    }

    /** Before JDK 22 there is a console only if input and output are a terminal. */
    private static boolean isTerminal(@Nullable Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
