package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.lock.LockReader;
import io.github.pythonlambda.lock.LockedResolution;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.LockVersion;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** From locks, or from requirements, to wheels on this machine. */
final class ResolveStep {

    private static final int HELD_BACK_SHOWN = 10;

    private final PipStep pipStep;
    private final FetchStep fetchStep;
    private final BuildLog log;

    ResolveStep(PipStep pipStep, FetchStep fetchStep, BuildLog log) {
        this.pipStep = pipStep;
        this.fetchStep = fetchStep;
        this.log = log;
    }

    /**
     * What was found.
     *
     * @param how a word for how it was come by, in front of what it is
     * @param from where it was, behind it; empty if that goes without saying
     * @param byPip whether pip was asked just now
     * @param goodUntil as in {@link ResolvedTarget}
     */
    private record Found(Resolution resolution, String how, String from, boolean byPip, Instant goodUntil) {}

    /**
     * Resolves for all targets, and puts each wheel into its layer.
     *
     * @param stored is told each wheel as soon as it is in the store, whether the answer needs it or not
     * @throws ProblemException if a lock is out of date, there is no solution, or a layer would be empty
     */
    List<ResolvedTarget> run(BuildRequest request, ProjectInputs inputs, BiConsumer<Path, Sha256> stored)
            throws ProblemException, IOException {
        Locks locks = Locks.find(request, inputs.requirements());
        locks.readers().stream()
                .filter(lock -> lock.pylock().isNewerThanKnown())
                .forEach(lock ->
                        log.warn("%s has the format %s, and this plugin knows %s: what is new in it has no effect"
                                .formatted(lock.file(), lock.pylock().lockVersion(), LockVersion.NEWEST_KNOWN)));
        List<ResolvedTarget> targets = new SideBySide<Target, ResolvedTarget>(
                        log, (target, own) -> run(question(request, inputs, target, own, stored), locks))
                .run(request.targets());
        return new SplitStep(request.split(), log).run(targets);
    }

    /**
     * Resolves for one target with no regard to locks and earlier answers. Each wheel is in the layer that requires it.
     *
     * @param pins releases to prefer
     */
    ResolvedTarget anew(BuildRequest request, ProjectInputs inputs, Target target, Map<ProjectName, Version> pins)
            throws ProblemException, IOException {
        Stopwatch time = new Stopwatch();
        Question question = question(request, inputs, target, log, (wheel, digest) -> {});
        return fetch(question, new Found(pipStep.anew(question, pins), "Resolved", "", false, Instant.MIN), time);
    }

    private static Question question(
            BuildRequest request, ProjectInputs inputs, Target target, BuildLog log, BiConsumer<Path, Sha256> stored) {
        return new Question(
                request, inputs.requirements(), target, inputs.layers(target), log, new FetchCount(log, stored));
    }

    private ResolvedTarget run(Question question, Locks locks) throws ProblemException, IOException {
        if (question.layers().isEmpty()) {
            return new ResolvedTarget(question.target(), Resolution.EMPTY, Map.of(), Instant.MAX);
        }
        Stopwatch time = new Stopwatch();
        return fetch(question, find(question, locks), time);
    }

    private ResolvedTarget fetch(Question question, Found found, Stopwatch time) throws ProblemException, IOException {
        Resolution resolution = found.resolution();
        BuildLog log = question.log();
        Map<Sha256, Path> files = fetchStep.run(question, resolution, wheels -> pipStep.fetch(question, wheels));
        refuseEmptyLayers(question, resolution);
        log.info("%s %s for %s%s in %s, %s"
                .formatted(
                        found.how(),
                        Counted.of(resolution.all().size(), "package"),
                        question.target(),
                        found.from(),
                        time,
                        question.listener()));
        tellHeldBack(resolution.heldBack(), log);
        if (found.byPip() && question.isFirst()) {
            log.info("To pin these versions for every build, run '%s'"
                    .formatted(question.request().locking().command()));
        }
        question.request()
                .resolving()
                .explain()
                .ifPresent(project -> Explanation.of(
                                project,
                                question.target(),
                                question.request().split().apply(resolution),
                                question.requirements())
                        .forEach(log::info));
        return new ResolvedTarget(question.target(), resolution, files, found.goodUntil());
    }

    private static void tellHeldBack(List<HeldBack> heldBack, BuildLog log) {
        heldBack.stream().limit(HELD_BACK_SHOWN).forEach(held -> log.info("Held back: " + held));
        if (heldBack.size() > HELD_BACK_SHOWN) {
            log.info("Held back: %d more, see manifest.json".formatted(heldBack.size() - HELD_BACK_SHOWN));
        }
    }

    private Found find(Question question, Locks locks) throws ProblemException, IOException {
        LockedResolution locked = new LockedResolution(
                question.target(), question.request().locking().choice(), trees -> pipStep.build(question, trees));
        if (locks instanceof Locks.OfBuild lock) {
            return new Found(
                    locked.ofBuild(lock.lock(), lock.inputs()),
                    "Took",
                    " from " + lock.lock().file(),
                    false,
                    Instant.MAX);
        }
        if (locks instanceof Locks.OfLayers ofLayers) {
            Resolution ready = locked.ofLayers(question.layers(), ofLayers.locks());
            return complete(question, ofLayers.locks(), ready);
        }
        PipStep.Answer answer = pipStep.run(question, question.layers(), List.of());
        return new Found(answer.resolution(), answer.how(), "", answer.age().isEmpty(), answer.goodUntil());
    }

    /** Where some layers have locks and others do not, the others are resolved so that they fit to the locks. */
    private Found complete(Question question, Map<String, LockReader> locks, Resolution locked)
            throws ProblemException, IOException {
        List<LayerSource> open = question.layers().stream()
                .filter(layer -> !locks.containsKey(layer.name()))
                .toList();
        if (open.isEmpty()) {
            return new Found(locked, "Took", " from the locks of the layers", false, Instant.MAX);
        }
        List<String> pins = locked.all().stream()
                .map(wheel -> wheel.name() + "==" + wheel.file().version())
                .toList();
        PipStep.Answer answer = pipStep.run(question, open, pins);
        return new Found(
                locked.completedBy(answer.resolution()),
                answer.how(),
                " and the locks of some layers",
                false,
                answer.goodUntil());
    }

    private static void refuseEmptyLayers(Question question, Resolution resolution) throws ProblemException {
        for (LayerSource layer : question.layers()) {
            if (resolution.of(layer.name()).isEmpty()) {
                throw new ProblemException(
                        Problem.of("layer '%s' would be empty for %s: ".formatted(layer.name(), question.target())
                                        + (resolution.all().isEmpty()
                                                ? "nothing is required, or the markers of all requirements exclude it"
                                                : "nothing is required, or all of it is in an earlier layer already"))
                                .at(layer.requirementsFile().map(Path::toString).orElse("layer " + layer.name()))
                                .remedy("add a requirement, or remove the layer"));
            }
        }
    }
}
