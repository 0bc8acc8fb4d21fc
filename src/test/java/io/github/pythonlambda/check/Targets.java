package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;

/** Targets by name. */
final class Targets {

    private Targets() {}

    static Target of(String runtime, String architecture) {
        try {
            return LambdaCatalog.load().target(runtime, architecture, null);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
