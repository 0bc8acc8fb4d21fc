package io.github.pythonlambda.store;

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
}
