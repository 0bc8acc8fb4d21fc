package io.github.pythonlambda.build;

import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelFacts;
import java.io.Closeable;
import java.io.IOException;

/**
 * A wheel that is open.
 *
 * @param wheel the file
 * @param facts what its content shows
 */
record OpenWheel(Wheel wheel, WheelFacts facts) implements Closeable {

    @Override
    public void close() throws IOException {
        wheel.close();
    }
}
