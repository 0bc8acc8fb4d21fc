package io.github.pythonlambda.store;

import io.github.pythonlambda.archive.Sha256;
import java.nio.file.Path;

/** Is told of each wheel that came over the network. May be called from several threads. */
@FunctionalInterface
public interface FetchListener {

    /**
     * A wheel has arrived and is verified.
     *
     * @param fileName the wheel's file name
     * @param bytes its size
     */
    void fetched(String fileName, long bytes);

    /**
     * A part of a wheel has arrived.
     *
     * @param fileName the wheel's file name
     * @param soFar its bytes until now; fewer than before, if a transfer had to start anew
     */
    default void receiving(String fileName, long soFar) {}

    /**
     * A wheel that was fetched is in the store now, whole and verified.
     *
     * @param wheel the file
     * @param digest of its content
     */
    default void stored(Path wheel, Sha256 digest) {}

    /**
     * Another build fetches a wheel, and this one has been waiting for that for a while.
     *
     * @param fileName the wheel's file name
     */
    default void waiting(String fileName) {}
}
