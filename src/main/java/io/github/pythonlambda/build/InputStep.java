package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.check.RunScriptCheck;
import io.github.pythonlambda.check.ScriptShebangCheck;
import io.github.pythonlambda.check.SizeCheck;
import io.github.pythonlambda.check.WheelTagCheck;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.requirements.RequirementsReader;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.LocalWheelChoice;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the project, and checks all that is cheap to check. */
final class InputStep {

    private final SizeCheck sizeCheck;
    private final BuildLog log;

    InputStep(SizeCheck sizeCheck, BuildLog log) {
        this.sizeCheck = sizeCheck;
        this.log = log;
    }

    ProjectInputs run(BuildRequest request, Findings findings) throws ProblemException, IOException {
        Optional<AppLayout> app = Optional.empty();
        if (request.app().isPresent()) {
            app = Optional.of(app(request, request.app().get(), findings));
        }
        Map<LayerFolders.LayerFolder, List<LocalWheel>> wheels = readFolders(request);
        Map<Target, List<LayerSource>> layers = new HashMap<>();
        for (Target target : request.targets()) {
            layers.put(target, layerSources(wheels, target, findings));
        }
        Map<String, String> variables =
                request.resolving().indexes().environment().variables();
        RequirementsReader reader = new RequirementsReader(request.baseDirectory(), variables::get);
        return new ProjectInputs(layers, RequirementsInput.read(reader, request.targets(), wheels), app);
    }

    private AppLayout app(BuildRequest request, BuildRequest.App wanted, Findings findings)
            throws ProblemException, IOException {
        LambdaRuntime runtime = request.targets().get(0).runtime();
        AppLayout files =
                AppLayout.of(wanted.folder(), wanted.handler(), wanted.includes(), excludes(wanted.folder(), request));
        for (Path shared : wanted.sharedFolders()) {
            files = files.withShared(shared, wanted.handler(), wanted.includes(), excludes(shared, request));
        }
        AppLayout layout = RunScripts.write(files, wanted, runtime);
        if (wanted.handler() instanceof Handler.Program program) {
            findings.add(RunScriptCheck.check(layout, program));
            tellWhatChanged(layout, program);
        }
        RunScripts.find(layout, wanted).ifPresent(script -> findings.add(ScriptShebangCheck.check(script, runtime)));
        return layout;
    }

    /** A script that is written from a command has no file. */
    private void tellWhatChanged(AppLayout layout, Handler.Program program) throws IOException {
        Path file = layout.locate(program.value());
        Optional<ArchiveEntry> entry = layout.find(program.value());
        if (entry.isPresent()
                && Files.exists(file)
                && Files.size(file) != entry.get().size()) {
            log.debug("%s goes into the zip with LF line ends and without a byte order mark".formatted(file));
        }
    }

    /** The zips of an earlier build are no part of the app, wherever they are. */
    private static List<String> excludes(Path folder, BuildRequest request) {
        List<String> excludes =
                new ArrayList<>(request.app().map(BuildRequest.App::excludes).orElse(List.of()));
        if (request.outputDirectory().startsWith(folder)) {
            excludes.add(folder.relativize(request.outputDirectory()) + "/**");
        }
        return excludes;
    }

    private static Map<LayerFolders.LayerFolder, List<LocalWheel>> readFolders(BuildRequest request)
            throws ProblemException, IOException {
        Map<LayerFolders.LayerFolder, List<LocalWheel>> wheels = new LinkedHashMap<>();
        for (LayerFolders.LayerFolder folder : request.layers()) {
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
}
