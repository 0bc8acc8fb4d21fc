package io.github.pythonlambda.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What may work the next time: a busy server, or a transfer that broke off. */
public final class RetryableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> pause;

    public RetryableException(String message) {
        this(message, Optional.empty());
    }

    /** @param pause what the server asks to wait */
    RetryableException(String message, Optional<Duration> pause) {
        super(message);
        this.pause = pause;
    }

    /** What the server asks to wait before the next attempt. */
    Optional<Duration> pause() {
        return pause;
    }
}
