package io.github.pythonlambda.build;

import io.github.pythonlambda.store.FetchListener;

/** Where the build tells what it does. */
public interface BuildLog extends FetchListener {

    /** One line for each step. */
    void info(String text);

    /** Something the user should change. */
    void warn(String text);

    /** For those who look closely. */
    void debug(String text);

    /** A release is looked at, for those who watch a resolution. May be called from several threads. */
    default void lookedAt() {}
}
