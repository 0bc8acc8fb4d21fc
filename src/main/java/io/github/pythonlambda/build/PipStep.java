package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.lock.KeptResolutions;
import io.github.pythonlambda.lock.LockedSet;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.pip.KnownWheels;
import io.github.pythonlambda.pip.PipResolver;
import io.github.pythonlambda.pip.SourceTrouble;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.sharing.WorkLock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves with pip, or takes pip's answer of an earlier build while nothing has changed that it depends on. */
final class PipStep {

    private final PipSource pip;
    private final KeptResolutions kept;

    PipStep(PipSource pip, KeptResolutions kept) {
        this.pip = pip;
        this.kept = kept;
    }

    /**
     * The answer.
     *
     * @param resolution what was resolved
     * @param age how old it is; empty if pip was asked just now
     * @param goodUntil when the same question is to be asked anew; {@link Instant#MIN} if its answer is not to be used again
     */
    record Answer(Resolution resolution, Optional<Duration> age, Instant goodUntil) {

        static Answer notKept(Resolution resolution) {
            return new Answer(resolution, Optional.empty(), Instant.MIN);
        }

        /** In words, to be followed by what was resolved. */
        String how() {
            return age.map(old -> "Reused the resolution (%s old) of".formatted(Age.format(old)))
                    .orElse("Resolved");
        }
    }

    /**
     * Resolves some layers.
     *
     * @param constraints pins that the answer has to fit
     */
    Answer run(Question question, List<LayerSource> layers, List<String> constraints)
            throws ProblemException, IOException {
        ResolveRequest request = question.forPip(layers, constraints);
        ReusePolicy reuse = question.request().reuse();
        boolean anew = reuse.maxAge().isZero() || request.options().explain().isPresent();
        Optional<Fingerprints> fingerprints = anew
                ? Optional.empty()
                : Fingerprints.of(request, question.requirements().files(), pip.identity());
        if (fingerprints.isEmpty()) {
            return Answer.notKept(ask(question, request));
        }
        Optional<Answer> earlier = earlier(question, fingerprints.get().question());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (request.options().offline()) {
            // What the store alone could offer is no answer for a build that may ask an index.
            return Answer.notKept(ask(question, request));
        }
        return reuse.allows(Duration.ZERO, false)
                ? askOnce(question, request, fingerprints.get())
                : askAndKeep(question, request, fingerprints.get());
    }

    private Optional<Answer> earlier(Question question, Sha256 fingerprint) throws IOException {
        return kept.find(fingerprint, question.target())
                .filter(answer -> question.request()
                        .reuse()
                        .allows(answer.age(), question.request().resolving().offline()))
                .map(answer -> new Answer(
                        answer.resolution(),
                        Optional.of(answer.age()),
                        Instant.now()
                                .minus(answer.age())
                                .plus(question.request().reuse().maxAge())));
    }

    /** Asks pip, unless another build is doing so; then its answer is waited for. */
    private Answer askOnce(Question question, ResolveRequest request, Fingerprints fingerprints)
            throws ProblemException, IOException {
        try (WorkLock lock = kept.lock(fingerprints.question(), question.listener()::waitingForResolution)) {
            Optional<Answer> meanwhile = earlier(question, fingerprints.question());
            Answer answer = meanwhile.isPresent() ? meanwhile.get() : askAndKeep(question, request, fingerprints);
            lock.done();
            return answer;
        }
    }

    private Answer askAndKeep(Question question, ResolveRequest request, Fingerprints fingerprints)
            throws ProblemException, IOException {
        check(question);
        ReusePolicy reuse = question.request().reuse();
        KnownWheels known = new KnownWheels(kept.known(fingerprints.indexes()), reuse.notBefore(Instant.now()));
        PipResolver.Answer answer = pip.resolver(question.listener()).resolve(request, known);
        kept.keep(
                fingerprints.question(),
                question.requirements().inputs(),
                request.target(),
                answer.resolution(),
                answer.asked());
        return new Answer(answer.resolution(), Optional.empty(), answer.asked().plus(reuse.maxAge()));
    }

    private Resolution ask(Question question, ResolveRequest request) throws ProblemException, IOException {
        check(question);
        return pip.resolver(question.listener()).resolve(request, PipResolver.Fetching.METADATA);
    }

    /** Asks pip, whatever was answered before. */
    Resolution anew(Question question, Map<ProjectName, Version> pins) throws ProblemException, IOException {
        return ask(question, question.forPip(question.layers(), List.of()).withPins(pins));
    }

    private static void check(Question question) throws ProblemException {
        new ReferenceCheck(question.target())
                .check(question.requirements().files().values());
    }

    /** Fetches wheels with pip's own ways to log in. */
    void fetch(Question question, List<ResolvedWheel> wheels) throws ProblemException, IOException {
        pip.resolver(question.listener())
                .fetch(
                        question.forPip(question.layers(), List.of()),
                        wheels,
                        question.requirements().indexLines());
    }

    /** Builds wheels of what a lock has no wheels of, if the policy allows it. */
    List<ResolvedWheel> build(Question question, List<LockedSet.LockedTree> trees)
            throws ProblemException, IOException {
        SdistPolicy policy = question.request().resolving().sdists();
        List<Problem> refused = trees.stream()
                .filter(tree -> !policy.allows(tree.name()))
                .map(tree -> SourceTrouble.refused(tree.toString(), "the lock"))
                .toList();
        if (!refused.isEmpty()) {
            throw new ProblemException(refused);
        }
        Map<ProjectName, SourceTree> sources =
                trees.stream().collect(Collectors.toMap(LockedSet.LockedTree::name, LockedSet.LockedTree::tree));
        return pip.resolver(question.listener())
                .build(
                        question.forPip(question.layers(), List.of()),
                        sources,
                        question.requirements().indexLines());
    }
}
