package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.wheel.Wheel;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a build holds open: its wheels, each opened once however many layers it goes to, and what was made of them. */
final class WheelShelf implements Closeable {

    private final Map<Sha256, Wheel> open = new LinkedHashMap<>();
    private final List<Closeable> others = new ArrayList<>();

    /**
     * Opens a wheel, or gives back the open one.
     *
     * @param path where it is
     */
    Wheel wheel(ResolvedWheel wheel, Path path) throws ProblemException, IOException {
        Wheel known = open.get(wheel.digest());
        if (known != null) {
            return known;
        }
        Wheel opened = Wheel.open(path, wheel.file());
        open.put(wheel.digest(), opened);
        return opened;
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
        for (Wheel wheel : open.values()) {
            wheel.close();
        }
    }
}
