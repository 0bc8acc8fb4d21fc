package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.wheel.Wheel;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The open wheels of a build, each opened once however many layers it goes to. */
final class WheelShelf implements Closeable {

    private final Map<Sha256, Wheel> open = new LinkedHashMap<>();

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

    @Override
    public void close() throws IOException {
        for (Wheel wheel : open.values()) {
            wheel.close();
        }
    }
}
