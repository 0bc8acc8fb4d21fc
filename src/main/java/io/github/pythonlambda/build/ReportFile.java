package io.github.pythonlambda.build;

import io.github.pythonlambda.describe.Report;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The report of what a build has found so far. */
final class ReportFile {

    private ReportFile() {}

    static Report of(BuildRequest request, Findings findings) {
        return new Report(
                request.targets().get(0).runtime(),
                request.targets().stream().map(Target::architecture).toList(),
                request.checking().rules(),
                findings.reported());
    }

    /** Writes the report in a place where there may be an older one. */
    static void write(Path file, BuildRequest request, Findings findings) throws ProblemException, IOException {
        Path absolute = file.toAbsolutePath();
        try (Staging staging = new Staging(absolute.getParent(), Set.of())) {
            of(request, findings)
                    .write(staging.file(absolute.getFileName().toString()).temporary());
            staging.commit();
        }
    }
}
