package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Target;
import java.util.Optional;

/**
 * Says of a package that it needs a hash. pip wants a hash and a version of everything, also of what the lines of a file need,
 * as soon as one requirement has a hash, or --require-hashes is set.
 */
final class HashGap {

    private HashGap() {}

    static Optional<Problem> explain(PipRecord record, Target target) {
        PipRecord.Unhashed unhashed = record.unhashed();
        if (unhashed == null) {
            return Optional.empty();
        }
        String again = "export the requirements again for %s, with the hashes of all that they need".formatted(target)
                + " ('uv export' and 'pip-compile --generate-hashes' write them)";
        return Optional.of(Problem.of(
                        "%s is needed without a hash, while --require-hashes or a hash of another requirement asks for one"
                                .formatted(unhashed.project()))
                .at(PipRecord.place(unhashed.from()))
                .expected("a version and a hash for every package, also for those that others need")
                .found("%s, which would be taken for %s".formatted(unhashed.file(), unhashed.requirement()))
                .remedy(
                        unhashed.sha256().isEmpty()
                                ? again
                                : "%s%nor require %s==%s --hash=sha256:%s"
                                        .formatted(again, unhashed.project(), unhashed.version(), unhashed.sha256())));
    }
}
