package io.github.pythonlambda.verify;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.python.ScratchFolder;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Imports and starts what was built, for each architecture it was built for. */
public final class Verification {

    private static final String SCRATCH = ".verify-";

    private final HostPlatform host;
    private final RuntimeInterpreters interpreters;
    private final LambdaCatalog catalog;
    private final VerifyLog log;

    public Verification(HostPlatform host, RuntimeInterpreters interpreters, LambdaCatalog catalog, VerifyLog log) {
        this.host = host;
        this.interpreters = interpreters;
        this.catalog = catalog;
        this.log = log;
    }

    /**
     * Verifies everything. Nothing is left behind, and nothing of what was built is changed.
     *
     * @throws ProblemException if something would fail on Lambda, or there is nothing to verify
     * @throws IOException if a file cannot be read or written
     */
    public void run(VerifyRequest request) throws ProblemException, IOException {
        BuiltPackage built = BuiltPackage.read(request.outputDirectory(), catalog);
        List<Problem> problems = new ArrayList<>();
        for (Target target : built.targets()) {
            Interpreter interpreter = interpreters.find(
                    target.runtime().pythonMinor(),
                    request.verifyPython().orElse(null),
                    request.python().orElse(null));
            try (Leftovers leftovers = new Leftovers()) {
                FunctionTree tree = FunctionTree.in(leftovers
                        .add(ScratchFolder.in(request.outputDirectory(), SCRATCH))
                        .path()
                        .toRealPath());
                problems.addAll(
                        new TargetVerification(target, built, request, host, interpreter, log).run(tree, leftovers));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
