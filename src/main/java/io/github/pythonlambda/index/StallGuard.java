package io.github.pythonlambda.index;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that gives nothing for too long, which ends the read that waits for it. The JDK's HTTP client has a time
 * limit for the answer's headers only.
 */
final class StallGuard extends FilterInputStream {

    private final ScheduledFuture<?> watch;
    private volatile boolean progress = true;
    private volatile boolean stalled;

    /** @param limit how long the stream may give nothing; it is closed after one to two times of it */
    StallGuard(InputStream body, Duration limit, ScheduledExecutorService timer) {
        super(body);
        this.watch = timer.scheduleAtFixedRate(this::look, limit.toMillis(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (progress) {
            progress = false;
            return;
        }
        stalled = true;
        watch.cancel(false);
        try {
            in.close();
        } catch (IOException e) {
            // The reader is told anyway.
            progress = false;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = super.read(buffer, offset, length);
            if (count < 0 && stalled) {
                throw new IOException("nothing came for too long");
            }
            progress = true;
            return count;
        } catch (IOException e) {
            throw stalled ? new IOException("nothing came for too long", e) : e;
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
