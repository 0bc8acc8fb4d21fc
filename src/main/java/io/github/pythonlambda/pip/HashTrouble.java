package io.github.pythonlambda.pip;

import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Target;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a list of hashes that was made for another Python or machine, and lacks the one of the file that fits, from a
 * file that may have been tampered with. pip calls both tampering. If the list has a hash that no file of the index has,
 * the file may have been replaced together with the hash that the index gives, so that is no mere gap in the list.
 */
final class HashTrouble {

    private HashTrouble() {}

    /** The problem, if the file is what its index says, and all hashes of the list are those of other files there. */
    static Optional<Problem> explain(PipRecord record, Target target) {
        PipRecord.HashMismatch mismatch = record.hashMismatch();
        if (mismatch == null
                || mismatch.listed().isEmpty()
                || mismatch.listedFiles().contains("")
                || !mismatch.announced().equals(mismatch.got())) {
            return Optional.empty();
        }
        if (mismatch.listedFiles().stream().noneMatch(file -> file.endsWith(WheelFileName.EXTENSION))) {
            return Optional.of(
                    Problem.of("the requirements list the hash of a source only, and a wheel is taken for " + target)
                            .at(PipRecord.place(mismatch.from()))
                            .expected("the hash of " + mismatch.file() + " too, or none")
                            .found("the hash of " + String.join(", ", mismatch.listedFiles()))
                            .remedy("add --hash=sha256:%s, which the index gives for %s"
                                    .formatted(mismatch.got(), mismatch.file())));
        }
        return Optional.of(Problem.of("the requirements list hashes of other files, and not of the one for " + target)
                .at(PipRecord.place(mismatch.from()))
                .expected("the hash of %s, which is what its index says it is:%nsha256:%s"
                        .formatted(mismatch.file(), mismatch.got()))
                .found("hashes of " + mismatch.listedFiles().stream().sorted().collect(Collectors.joining(", ")))
                .remedy("the list was made for another Python or another machine: export it again with the hashes of"
                        + " all files, or for %s on %s"
                                .formatted(
                                        target.runtime().id(),
                                        target.architecture().machine())));
    }
}
