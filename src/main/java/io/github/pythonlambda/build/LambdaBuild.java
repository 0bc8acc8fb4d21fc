package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.check.ClashCheck;
import io.github.pythonlambda.check.HandlerCheck;
import io.github.pythonlambda.check.RunScriptCheck;
import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.check.WheelTagCheck;
import io.github.pythonlambda.describe.PackedWheel;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.LocalWheelChoice;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.Wheel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The pipeline: what is cheap to check is checked first, then resolve, fetch, check, lay out, write, describe. After
 * resolving, everything is a function of the chosen wheels and the local files.
 */
public final class LambdaBuild {

    private final ResolveStep resolveStep;
    private final Limits limits;
    private final BuildLog log;

    LambdaBuild(ResolveStep resolveStep, Limits limits, BuildLog log) {
        this.resolveStep = resolveStep;
        this.limits = limits;
        this.log = log;
    }

    /** Resolves, and leaves all wheels on this machine. Nothing else is written. */
    public List<ResolvedTarget> resolve(BuildRequest request) throws ProblemException, IOException {
        Findings findings = new Findings(log);
        Inputs inputs = inputs(request, findings);
        findings.report();
        return resolve(request, inputs);
    }

    /** Resolves and checks all that would be built. Nothing is written. */
    public void check(BuildRequest request) throws ProblemException, IOException {
        try (WheelShelf shelf = new WheelShelf()) {
            Plan plan = plan(request, shelf);
            log.info("Checked %s: no error".formatted(Counted.of(plan.packageCount(), "package")));
        }
    }

    /**
     * Builds everything that is asked for. Earlier zips stay as they are until all new ones are written.
     *
     * @throws ProblemException if something is wrong that the user can put right
     * @throws IOException if a file cannot be read or written
     */
    public BuildResult build(BuildRequest request) throws ProblemException, IOException {
        try (WheelShelf shelf = new WheelShelf()) {
            Plan plan = plan(request, shelf);
            return new WriteStep(new SizeCheck(limits), log).run(request, plan);
        }
    }

    /** What is in the project, before anything is resolved. */
    private record Inputs(Map<Target, List<LayerSource>> layers, Optional<AppLayout> app) {}

    private Inputs inputs(BuildRequest request, Findings findings) throws ProblemException, IOException {
        Optional<AppLayout> app = Optional.empty();
        if (request.app().isPresent()) {
            BuildRequest.App wanted = request.app().get();
            AppLayout layout =
                    AppLayout.of(wanted.folder(), wanted.handler(), wanted.includes(), excludes(wanted, request));
            if (wanted.handler() instanceof Handler.Program program) {
                findings.add(RunScriptCheck.check(layout, program));
            }
            app = Optional.of(layout);
        }
        Map<LayerFolders.LayerFolder, List<LocalWheel>> wheels = readFolders(request);
        Map<Target, List<LayerSource>> layers = new HashMap<>();
        for (Target target : request.targets()) {
            layers.put(target, layerSources(wheels, target, findings));
        }
        new SizeCheck(limits).layerCount(request.layers().size()).ifPresent(findings::add);
        return new Inputs(layers, app);
    }

    /** The zips of an earlier build are no part of the app, wherever they are. */
    private static List<String> excludes(BuildRequest.App app, BuildRequest request) {
        if (!request.outputDirectory().startsWith(app.folder())) {
            return app.excludes();
        }
        List<String> excludes = new ArrayList<>(app.excludes());
        excludes.add(app.folder().relativize(request.outputDirectory()) + "/**");
        return excludes;
    }

    private static Map<LayerFolders.LayerFolder, List<LocalWheel>> readFolders(BuildRequest request)
            throws ProblemException, IOException {
        Map<LayerFolders.LayerFolder, List<LocalWheel>> wheels = new LinkedHashMap<>();
        for (LayerFolders.LayerFolder folder : request.layers()) {
            if (folder.requirementsFile().isPresent()) {
                RequirementsText.check(folder.requirementsFile().get());
            }
            List<LocalWheel> own = new ArrayList<>();
            for (Path path : folder.wheels()) {
                own.add(LocalWheel.of(path));
            }
            wheels.put(folder, own);
        }
        return wheels;
    }

    private static List<LayerSource> layerSources(
            Map<LayerFolders.LayerFolder, List<LocalWheel>> wheels, Target target, Findings findings)
            throws ProblemException {
        WheelTagCheck tagCheck = new WheelTagCheck(target);
        LocalWheelChoice choice = new LocalWheelChoice(target);
        List<LayerSource> sources = new ArrayList<>();
        for (Map.Entry<LayerFolders.LayerFolder, List<LocalWheel>> layer : wheels.entrySet()) {
            List<LocalWheel> chosen = choice.choose(layer.getValue());
            chosen.forEach(wheel -> tagCheck.check(wheel.name(), wheel.path()).ifPresent(findings::add));
            sources.add(new LayerSource(layer.getKey().name(), layer.getKey().requirementsFile(), chosen));
        }
        return sources;
    }

    private List<ResolvedTarget> resolve(BuildRequest request, Inputs inputs) throws ProblemException, IOException {
        List<ResolvedTarget> resolved = new ArrayList<>();
        for (Target target : request.targets()) {
            resolved.add(resolveStep.run(request, target, inputs.layers().getOrDefault(target, List.of())));
        }
        return resolved;
    }

    private Plan plan(BuildRequest request, WheelShelf shelf) throws ProblemException, IOException {
        Findings findings = new Findings(log);
        Inputs inputs = inputs(request, findings);
        findings.report();
        List<PlannedLayer> layers = new ArrayList<>();
        for (ResolvedTarget resolved : resolve(request, inputs)) {
            checkTags(resolved, findings);
            for (LayerFolders.LayerFolder folder : request.layers()) {
                layers.add(plan(folder.name(), resolved, shelf));
            }
        }
        check(request, inputs.app(), layers, findings);
        findings.report();
        return new Plan(layers, inputs.app());
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
        for (ResolvedWheel wheel : resolved.resolution().of(name)) {
            preference
                    .best(wheel.file().tags())
                    .ifPresent(tag -> packages.add(
                            new PackedWheel(wheel.file(), wheel.digest(), tag, sizes.getOrDefault(wheel.name(), 0L))));
        }
        return new PlannedLayer(name, resolved.target(), layout, packages);
    }

    private void check(BuildRequest request, Optional<AppLayout> app, List<PlannedLayer> layers, Findings findings)
            throws IOException {
        layers.forEach(layer -> findings.add(
                ClashCheck.check("layer " + layer.name(), layer.layout().clashes())));
        long appBytes = app.map(AppLayout::entries).orElse(List.of()).stream()
                .mapToLong(ArchiveEntry::size)
                .sum();
        for (Target target : request.targets()) {
            List<PlannedLayer> own = layers.stream()
                    .filter(layer -> layer.target().equals(target))
                    .toList();
            findings.add(ClashCheck.check(
                    "layers " + own.stream().map(PlannedLayer::name).collect(Collectors.joining(", ")),
                    LayerLayout.clashesBetween(
                            own.stream().map(PlannedLayer::layout).toList())));
            long bytes = appBytes
                    + own.stream().mapToLong(PlannedLayer::unzippedBytes).sum();
            Map<String, Long> packages = new TreeMap<>();
            own.forEach(layer -> layer.packages()
                    .forEach(wheel -> packages.put(wheel.file().name().canonical(), wheel.unzippedBytes())));
            new SizeCheck(limits).unzipped(target, bytes, packages).ifPresent(findings::add);
            if (app.isPresent() && request.app().orElseThrow().handler() instanceof Handler.Function function) {
                findings.add(HandlerCheck.check(
                        app.get(),
                        function,
                        own.stream()
                                .flatMap(layer -> layer.layout().files().keySet().stream())
                                .distinct()
                                .toList()));
            }
        }
    }
}
