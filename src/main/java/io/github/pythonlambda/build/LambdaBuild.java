package io.github.pythonlambda.build;

import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.check.WheelTagCheck;
import io.github.pythonlambda.describe.Report;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.sharing.Uses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline: what is cheap to check is checked first, then resolve, fetch, check, lay out, compile, write, describe. After
 * resolving, everything is a function of the chosen wheels and the local files.
 */
public final class LambdaBuild implements AutoCloseable {

    private final PipSource pip;
    private final ResolveStep resolveStep;
    private final WheelStep wheelStep;
    private final BytecodeStep bytecodeStep;
    private final Uses uses;
    private final BuildLog log;

    /** @param uses what the steps take of what is kept for many */
    LambdaBuild(
            PipSource pip,
            ResolveStep resolveStep,
            WheelStep wheelStep,
            BytecodeStep bytecodeStep,
            Uses uses,
            BuildLog log) {
        this.pip = pip;
        this.resolveStep = resolveStep;
        this.wheelStep = wheelStep;
        this.bytecodeStep = bytecodeStep;
        this.uses = uses;
        this.log = log;
    }

    /**
     * A hint that pip will probably be asked: Python is started, and imports pip while the request is put together.
     *
     * @param directory the base directory of the request to come
     */
    public void expectQuestion(Path directory) {
        pip.startAhead(directory);
    }

    /** Ends what was started and not needed. */
    @Override
    public void close() {
        pip.close();
    }

    /** Resolves, and leaves all wheels on this machine. Nothing else is written. */
    public List<ResolvedTarget> resolve(BuildRequest request) throws ProblemException, IOException {
        return resolveStep.run(request, inputs(request, findings(request)), (wheel, digest) -> {});
    }

    /**
     * Resolves anew, keeping what an earlier lock pins, and writes the lock.
     *
     * @param upgrade the pins that may move
     */
    public LockResult lock(BuildRequest request, Upgrade upgrade) throws ProblemException, IOException {
        return new LockStep(resolveStep).run(request, inputs(request, findings(request)), upgrade);
    }

    /**
     * Resolves and checks all that would be built. Nothing but the report is written.
     *
     * @param report where what was found is written, if anywhere
     */
    public void check(BuildRequest request, Optional<Path> report) throws ProblemException, IOException {
        Findings findings = findings(request);
        try (WheelShelf shelf = wheelStep.shelf()) {
            Plan plan = plan(request, shelf, findings);
            if (report.isPresent()) {
                ReportFile.write(report.get(), request, findings);
            }
            log.info("Checked %s: no error".formatted(Counted.of(plan.packageCount(), "package")));
        } catch (ProblemException e) {
            if (report.isPresent() && findings.hasErrors()) {
                ReportFile.write(report.get(), request, findings);
            }
            throw e;
        }
    }

    /**
     * Builds everything that is asked for. Earlier zips stay as they are until all new ones are written.
     *
     * @throws ProblemException if something is wrong that the user can put right; if checks found it, the report tells it
     *     too
     * @throws IOException if a file cannot be read or written
     */
    public BuildResult build(BuildRequest request) throws ProblemException, IOException {
        Findings findings = findings(request);
        try (WheelShelf shelf = wheelStep.shelf()) {
            Plan plan = plan(request, shelf, findings);
            return new WriteStep(new SizeCheck(request.checking().limits()), log).run(request, plan, findings);
        } catch (ProblemException e) {
            if (findings.hasErrors()) {
                ReportFile.write(
                        request.outputDirectory().resolve(Report.fileName(request.finalName())), request, findings);
            }
            throw e;
        }
    }

    private Findings findings(BuildRequest request) {
        return new Findings(request.checking().rules(), log);
    }

    private ProjectInputs inputs(BuildRequest request, Findings findings) throws ProblemException, IOException {
        ProjectInputs inputs = new InputStep(new SizeCheck(request.checking().limits()), log).run(request, findings);
        findings.report();
        return inputs;
    }

    private Plan plan(BuildRequest request, WheelShelf shelf, Findings findings) throws ProblemException, IOException {
        ProjectInputs inputs = inputs(request, findings);
        List<ResolvedTarget> targets;
        try (EarlyReading early = new EarlyReading(shelf)) {
            targets = resolveStep.run(request, inputs, early::begin);
        }
        targets.forEach(resolved -> checkTags(resolved, findings));
        wheelStep.run(targets, inputs.app(), shelf, findings);
        List<LaidOutLayer> laidOut = new ArrayList<>();
        for (ResolvedTarget resolved : targets) {
            for (String layer : request.layerNames()) {
                if (!resolved.resolution().of(layer).isEmpty()) {
                    laidOut.add(LaidOutLayer.of(layer, resolved, shelf));
                }
            }
        }
        // What will not be written is not compiled.
        BytecodeStep.Outcome compiled = request.bytecode() && !findings.areFatal()
                ? bytecodeStep.run(request.targets().get(0).runtime(), laidOut, inputs.app(), shelf, findings)
                : BytecodeStep.without(laidOut, inputs.app());
        FunctionStep functionStep =
                new FunctionStep(new SizeCheck(request.checking().limits()), log);
        for (ResolvedTarget resolved : targets) {
            List<PlannedLayer> own = compiled.layers().stream()
                    .filter(layer -> layer.target().equals(resolved.target()))
                    .toList();
            findings.add(functionStep.check(request, resolved, compiled.app(), own));
        }
        findings.report();
        return new Plan(
                compiled.layers(),
                compiled.app(),
                compiled.python(),
                InputCollector.collect(request, inputs, targets, uses.items()));
    }

    private static void checkTags(ResolvedTarget resolved, Findings findings) {
        WheelTagCheck tagCheck = new WheelTagCheck(resolved.target());
        for (ResolvedWheel wheel : resolved.resolution().all()) {
            tagCheck.check(wheel.file(), wheel.source()).ifPresent(findings::add);
        }
    }
}
