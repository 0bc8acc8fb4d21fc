package io.github.pythonlambda.verify;

import io.github.pythonlambda.describe.BuiltPackage;
import io.github.pythonlambda.describe.Manifest;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.python.ScratchFolder;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        BuiltPackage built = BuiltPackage.read(manifest(request), catalog);
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

    private static Path manifest(VerifyRequest request) throws ProblemException, IOException {
        Path file = request.outputDirectory().resolve(Manifest.fileName(request.finalName()));
        if (Files.isRegularFile(file)) {
            return file;
        }
        List<Path> others = BuiltPackage.manifests(request.outputDirectory());
        Problem problem = Problem.of("there is nothing to verify")
                .at(request.outputDirectory())
                .expected(file.getFileName() + " and the zips that it describes");
        if (!others.isEmpty()) {
            String names =
                    others.stream().map(other -> other.getFileName().toString()).collect(Collectors.joining(", "));
            throw new ProblemException(problem.found(names)
                    .remedy("set the <finalName> or -Dpython-lambda.finalName that the goal package has"));
        }
        throw new ProblemException(problem.remedy(
                "run the goal package (or layer) before verify, such as 'mvn python-lambda:package python-lambda:verify',"
                        + " or correct <outputDirectory> or -Dpython-lambda.outputDirectory"));
    }
}
