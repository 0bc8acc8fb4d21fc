package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.pip.PipResolver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what came over the network, and hands on what the resolver tells. */
final class FetchCount implements PipResolver.Listener {

    private final BuildLog log;
    private final AtomicInteger wheels = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    FetchCount(BuildLog log) {
        this.log = log;
    }

    @Override
    public void fetched(String fileName, long size) {
        wheels.incrementAndGet();
        bytes.addAndGet(size);
        log.fetched(fileName, size);
    }

    @Override
    public void warning(String text) {
        log.warn(text);
    }

    @Override
    public void progress(String text) {
        log.info(text);
    }

    @Override
    public void detail(String text) {
        log.debug(text);
    }

    @Override
    public String toString() {
        if (wheels.get() == 0) {
            return "no wheel fetched";
        }
        return "%s fetched (%s)".formatted(Counted.of(wheels.get(), "wheel"), ByteSize.format(bytes.get()));
    }
}
