package io.github.pythonlambda.build;

import io.github.pythonlambda.pip.PipResolver;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;

/** Gets pip when it is first needed: for a build without layers, or with a lock, no Python is looked for. */
interface PipSource {

    /** A resolver that tells a listener what it does. */
    PipResolver resolver(PipResolver.Listener listener) throws ProblemException, IOException;

    /** What would run, with all versions that may matter for the answer. Does not get an interpreter that is not there. */
    String identity() throws ProblemException, IOException;
}
