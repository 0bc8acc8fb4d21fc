package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelFacts;
import io.github.pythonlambda.wheel.WheelFactsStore;
import io.github.pythonlambda.wheel.WheelInspection;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a build holds open: its wheels, each opened once however many layers it goes to, and what was made of them. Several
 * threads may open wheels at the same time.
 */
final class WheelShelf implements Closeable {

    private final WheelFactsStore known;
    private final Map<Sha256, OpenWheel> open = new ConcurrentHashMap<>();
    private final List<Closeable> others = new ArrayList<>();
    private final AtomicInteger wheelsRead = new AtomicInteger();
    private final AtomicLong bytesRead = new AtomicLong();

    /** @param known where facts of wheels are kept, so that the content of a wheel is read once for all builds */
    WheelShelf(WheelFactsStore known) {
        this.known = known;
    }

    /**
     * Opens a wheel, or gives back the open one.
     *
     * @param path where it is
     * @throws ProblemException if it is not a sound wheel
     */
    OpenWheel open(Sha256 digest, WheelFileName name, Path path) throws ProblemException, IOException {
        OpenWheel earlier = open.get(digest);
        if (earlier != null) {
            return earlier;
        }
        OpenWheel opened = read(digest, name, path);
        OpenWheel other = open.putIfAbsent(digest, opened);
        if (other == null) {
            return opened;
        }
        opened.close();
        return other;
    }

    private OpenWheel read(Sha256 digest, WheelFileName name, Path path) throws ProblemException, IOException {
        Wheel wheel = Wheel.open(path, name);
        try {
            return new OpenWheel(wheel, facts(digest, wheel));
        } catch (IOException | RuntimeException e) {
            wheel.close();
            throw e;
        }
    }

    private WheelFacts facts(Sha256 digest, Wheel wheel) throws IOException {
        Optional<WheelFacts> earlier = known.find(digest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        WheelFacts facts = WheelInspection.of(wheel);
        known.keep(digest, facts);
        wheelsRead.incrementAndGet();
        bytesRead.addAndGet(Files.size(wheel.path()));
        return facts;
    }

    /** How many wheels are open. */
    int size() {
        return open.size();
    }

    /** How many wheels there were whose content no earlier build had read. */
    int wheelsRead() {
        return wheelsRead.get();
    }

    /** The size of those wheels. */
    long bytesRead() {
        return bytesRead.get();
    }

    /** Closes all wheels but some. */
    void keep(Set<Sha256> digests) throws IOException {
        for (Sha256 digest : Set.copyOf(open.keySet())) {
            if (!digests.contains(digest)) {
                open.remove(digest).close();
            }
        }
    }

    /** Closes something together with the wheels. */
    void add(Closeable other) {
        others.add(other);
    }

    @Override
    public void close() throws IOException {
        for (Closeable other : others) {
            other.close();
        }
        keep(Set.of());
    }
}
