package io.github.pythonlambda.build;

import io.github.pythonlambda.pip.PipResolver;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** Gets pip when it is first needed: for a build without layers, or with a lock, no Python is looked for. */
interface PipSource extends AutoCloseable {

    /**
     * Starts what takes long to start, if that is possible at once: a hint that pip will probably be needed.
     *
     * @param directory where it will be needed
     */
    void startAhead(Path directory);

    /** A resolver that tells a listener what it does. */
    PipResolver resolver(PipResolver.Listener listener) throws ProblemException, IOException;

    /** What would run, with all versions that may matter for the answer. Does not get an interpreter that is not there. */
    String identity() throws ProblemException, IOException;

    /** Ends what was started and not needed. */
    @Override
    void close();
}
