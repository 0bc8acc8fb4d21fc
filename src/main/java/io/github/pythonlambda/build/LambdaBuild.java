package io.github.pythonlambda.build;

import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.check.WheelTagCheck;
import io.github.pythonlambda.describe.PackedWheel;
import io.github.pythonlambda.describe.Report;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.wheel.Wheel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pipeline: what is cheap to check is checked first, then resolve, fetch, check, lay out, write, describe. After
 * resolving, everything is a function of the chosen wheels and the local files.
 */
public final class LambdaBuild {

    private final ResolveStep resolveStep;
    private final WheelStep wheelStep;
    private final Limits limits;
    private final BuildLog log;

    LambdaBuild(ResolveStep resolveStep, WheelStep wheelStep, Limits limits, BuildLog log) {
        this.resolveStep = resolveStep;
        this.wheelStep = wheelStep;
        this.limits = limits;
        this.log = log;
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
        try (WheelShelf shelf = new WheelShelf()) {
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
        try (WheelShelf shelf = new WheelShelf()) {
            Plan plan = plan(request, shelf, findings);
            return new WriteStep(new SizeCheck(limits), log).run(request, plan, findings);
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
        ProjectInputs inputs = new InputStep(new SizeCheck(limits), log).run(request, findings);
        findings.report();
        return inputs;
    }

    private Plan plan(BuildRequest request, WheelShelf shelf, Findings findings) throws ProblemException, IOException {
        ProjectInputs inputs = inputs(request, findings);
        List<ResolvedTarget> targets;
        try (EarlyReading early = wheelStep.readEarly()) {
            targets = resolveStep.run(request, inputs, early::begin);
        }
        targets.forEach(resolved -> checkTags(resolved, findings));
        wheelStep.run(targets, inputs.app(), shelf, findings);
        FunctionStep functionStep = new FunctionStep(new SizeCheck(limits), log);
        List<PlannedLayer> layers = new ArrayList<>();
        for (ResolvedTarget resolved : targets) {
            List<PlannedLayer> own = new ArrayList<>();
            for (LayerFolders.LayerFolder folder : request.layers()) {
                own.add(plan(folder.name(), resolved, shelf));
            }
            findings.add(functionStep.check(request, resolved, inputs.app(), own));
            layers.addAll(own);
        }
        findings.report();
        return new Plan(layers, inputs.app(), InputCollector.collect(request, inputs, targets));
    }

    private static void checkTags(ResolvedTarget resolved, Findings findings) {
        WheelTagCheck tagCheck = new WheelTagCheck(resolved.target());
        for (ResolvedWheel wheel : resolved.resolution().all()) {
            tagCheck.check(wheel.file(), wheel.source()).ifPresent(findings::add);
        }
    }

    private static PlannedLayer plan(String name, ResolvedTarget resolved, WheelShelf shelf)
            throws ProblemException, IOException {
        List<Wheel> wheels = new ArrayList<>();
        for (ResolvedWheel wheel : resolved.resolution().of(name)) {
            wheels.add(shelf.wheel(wheel, resolved.files().get(wheel.digest())));
        }
        LayerLayout layout = LayerLayout.of(wheels, resolved.target().runtime());
        Map<ProjectName, Long> sizes = new HashMap<>();
        for (LayerEntry file : layout.files().values()) {
            sizes.merge(file.owner(), file.entry().size(), Long::sum);
        }
        TagPreference preference = new TagPreference(resolved.target().tags());
        List<PackedWheel> packages = new ArrayList<>();
        Map<ProjectName, HeldBack> heldBack = resolved.resolution().heldBack().stream()
                .collect(Collectors.toMap(HeldBack::name, held -> held, (first, second) -> first));
        for (ResolvedWheel wheel : resolved.resolution().of(name)) {
            preference
                    .best(wheel.file().tags())
                    .ifPresent(tag -> packages.add(new PackedWheel(
                            wheel.file(),
                            wheel.digest(),
                            tag,
                            sizes.getOrDefault(wheel.name(), 0L),
                            Optional.ofNullable(heldBack.get(wheel.name())))));
        }
        return new PlannedLayer(name, resolved.target(), layout, packages);
    }
}
