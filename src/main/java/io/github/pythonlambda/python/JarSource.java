package io.github.pythonlambda.python;

import io.github.pythonlambda.problem.ProblemException;
import java.nio.file.Path;

/** Gets the jar of a CPython build, from a cache or over the network. */
@FunctionalInterface
public interface JarSource {

    /** @throws ProblemException if it cannot be had */
    Path jar(CpythonRelease release) throws ProblemException;
}
