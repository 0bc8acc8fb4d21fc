package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.resolve.ResolveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a failed run of pip into problems: what the record tells in our words, everything else in pip's. */
final class PipFailure {

    private static final Pattern NO_MATCH = Pattern.compile("ERROR: No matching distribution found for (\\S.*)");
    /** The words of {@code lambda_offline.py} and {@code lambda_built.py}. */
    private static final String NOT_ASKED_FOR = "the build is offline, so ";

    private static final String HASH_MISMATCH = "THESE PACKAGES DO NOT MATCH THE HASHES";

    private final ResolveRequest request;
    private final PipRecord record;
    private final PipOutput output;

    PipFailure(ResolveRequest request, PipRecord record, PipOutput output) {
        this.request = request;
        this.record = record;
        this.output = output;
    }

    /** Never empty. */
    List<Problem> explain() {
        List<Problem> problems = new ArrayList<>();
        record.refused().stream().map(SourceTrouble::refused).forEach(problems::add);
        record.failedBuilds().stream().map(SourceTrouble::failed).forEach(problems::add);
        Optional<String> noMatch = output.lines().stream()
                .map(NO_MATCH::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
        boolean notAskedFor = output.lines().stream().anyMatch(line -> line.contains(NOT_ASKED_FOR));
        if (problems.isEmpty() && request.options().offline() && (noMatch.isPresent() || notAskedFor)) {
            return List.of(offline(noMatch));
        }
        if (!record.indexFailures().isEmpty()
                && (noMatch.isPresent() || !record.missing().isEmpty())) {
            problems.add(IndexTrouble.explain(record));
        }
        if (record.indexFailures().isEmpty() || noMatch.isEmpty()) {
            problems.addAll(new MissingWheels(request).explain(record.missing()));
        }
        HashTrouble.explain(record, request.target()).ifPresent(problems::add);
        HashGap.explain(record, request.target()).ifPresent(problems::add);
        Conflict.explain(record.conflicts(), request.target()).ifPresent(problems::add);
        return problems.isEmpty() ? List.of(InvalidLine.explain(output).orElseGet(this::inPipsWords)) : problems;
    }

    private Problem offline(Optional<String> noMatch) {
        return Problem.of(noMatch.map(requirement ->
                                "the build is offline, and the wheel store has nothing for " + requirement)
                        .orElse("the build is offline, and the wheel store does not have all that is needed"))
                .at(files())
                .found(output.words())
                .remedy("run the build once without -o; the wheels are kept from then on. A wheel that is required by"
                        + " its URL is found again if the URL ends in #sha256=...");
    }

    private Problem inPipsWords() {
        String words = output.words();
        boolean tampered = words.contains(HASH_MISMATCH);
        String failures = record.indexFailures().stream()
                .map(failure -> "%npip could not read %s: %s".formatted(failure.url(), failure.reason()))
                .distinct()
                .collect(Collectors.joining());
        return Problem.of(
                        tampered
                                ? "a downloaded file does not have the hash that the requirements or the index give for it"
                                : "pip cannot resolve the requirements for " + request.target())
                .at(files())
                .found(words + failures)
                .remedy(
                        tampered
                                ? "find out which of the two is right before you change the hash: the file may have been"
                                        + " tampered with"
                                : "correct the requirements; run with -X to see all that pip says");
    }

    private String files() {
        return request.layers().stream()
                .map(layer -> layer.requirementsFile().map(Object::toString).orElse("layer " + layer.name()))
                .collect(Collectors.joining(", "));
    }
}
