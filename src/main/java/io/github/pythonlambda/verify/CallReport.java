package io.github.pythonlambda.verify;

import org.jspecify.annotations.Nullable;

/**
 * How a handler was loaded, and called if there was an event.
 *
 * @param imported with one outcome, of the handler's module
 * @param seconds how long the call took; negative if there was none
 * @param result what was returned, as JSON; {@code null} if there was no call or it failed
 * @param fault of the call
 */
record CallReport(
        ImportReport imported,
        double seconds,
        @Nullable String result,
        @Nullable Fault fault) {

    boolean called() {
        return seconds >= 0;
    }
}
