package io.github.pythonlambda.verify;

import io.github.pythonlambda.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * How a web app started and answered.
 *
 * @param seconds until the first healthy answer
 * @param answers such as {@code GET / 200}
 * @param problems what was wrong
 * @param warnings what is odd
 * @param fault what the program printed, if it ended by itself
 */
record ServerReport(
        double seconds, List<String> answers, List<Problem> problems, List<String> warnings, Optional<Fault> fault) {
    ServerReport {
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    static ServerReport failed(Problem problem, Optional<Fault> fault) {
        return new ServerReport(0, List.of(), List.of(problem), List.of(), fault);
    }
}
