package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.pip.PipResolver;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Counts what came over the network, and hands on what the resolver tells. */
final class FetchCount implements PipResolver.Listener {

    private final BuildLog log;
    private final BiConsumer<Path, Sha256> stored;
    private final AtomicInteger wheels = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** @param stored is told each wheel that comes into the store */
    FetchCount(BuildLog log, BiConsumer<Path, Sha256> stored) {
        this.log = log;
        this.stored = stored;
    }

    @Override
    public void receiving(String fileName, long soFar) {
        log.receiving(fileName, soFar);
    }

    @Override
    public void fetched(String fileName, long size) {
        wheels.incrementAndGet();
        bytes.addAndGet(size);
        log.fetched(fileName, size);
    }

    @Override
    public void stored(Path wheel, Sha256 digest) {
        stored.accept(wheel, digest);
    }

    @Override
    public void waiting(String fileName) {
        log.info("Waiting for another build that fetches " + fileName);
    }

    /** Another build resolves the same, and this one has been waiting for that for a while. */
    void waitingForResolution() {
        log.info("Waiting for another build that resolves the same requirements");
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
    public void lookedAt() {
        log.lookedAt();
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
