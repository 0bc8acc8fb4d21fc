package io.github.pythonlambda.verify;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.describe.BuiltPackage;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports and starts what was built for one architecture. */
final class TargetVerification {

    private static final int SLOWEST_TOLD = 10;

    private final Target target;
    private final BuiltPackage built;
    private final VerifyRequest request;
    private final HostPlatform host;
    private final Interpreter interpreter;
    private final VerifyLog log;
    private final Verdict verdict;

    /** What was imported, and how it went. */
    private record Imported(
            List<PythonRun.Wanted> wanted, ImportReport report, List<Distribution> distributions, FaultJudge judge) {}

    TargetVerification(
            Target target,
            BuiltPackage built,
            VerifyRequest request,
            HostPlatform host,
            Interpreter interpreter,
            VerifyLog log) {
        this.target = target;
        this.built = built;
        this.request = request;
        this.host = host;
        this.interpreter = interpreter;
        this.log = log;
        this.verdict = new Verdict(target);
    }

    /** What would fail on Lambda. */
    List<Problem> run(FunctionTree tree, Leftovers leftovers) throws ProblemException, IOException {
        FunctionPlace place = unpackAndPrepare(tree, leftovers);
        boolean foreign = !isHostOfTarget() && hasMachineCode(tree);
        log.info("Verifying %s with CPython %s (%s), %s"
                .formatted(
                        target,
                        interpreter.version(),
                        interpreter.origin(),
                        place.real() ? "in /opt and /var/task" : "in folders that stand for /opt and /var/task"));
        importAndStart(tree, place, foreign, leftovers);
        tell(foreign);
        return verdict.problems();
    }

    /** The folders of the interpreter are made ready while the zips are unpacked to the others. */
    private FunctionPlace unpackAndPrepare(FunctionTree tree, Leftovers leftovers) throws IOException {
        PlacePreparation preparation = new PlacePreparation(host, leftovers);
        try (Background<FunctionPlace> place = Background.start(() -> preparation.prepare(tree, interpreter))) {
            unpack(tree);
            return place.result();
        }
    }

    private void unpack(FunctionTree tree) throws IOException {
        for (BuiltPackage.Layer layer : built.layers()) {
            if (layer.architecture() == target.architecture()) {
                ZipUnpacker.unpack(layer.zip(), tree.opt());
            }
        }
        if (built.app().isPresent()) {
            ZipUnpacker.unpack(built.app().get().zip(), tree.task());
        }
        tree.makeReadOnly();
    }

    private static Path packages(FunctionTree tree) {
        return tree.opt().resolve("python");
    }

    private boolean isHostOfTarget() {
        return host.system() == HostPlatform.System.LINUX
                && host.machine().equals(target.architecture().id());
    }

    private static boolean hasMachineCode(FunctionTree tree) throws IOException {
        for (Path folder : List.of(tree.opt(), tree.task())) {
            try (Stream<Path> files = Files.walk(folder)) {
                if (files.anyMatch(file -> file.getFileName().toString().matches(".*\\.so(\\.[0-9.]+)?"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasBytecode(FunctionTree tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree.opt())) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".pyc")
                    && file.getParent().getFileName().toString().equals("__pycache__"));
        }
    }

    private void importAndStart(FunctionTree tree, FunctionPlace place, boolean foreign, Leftovers leftovers)
            throws ProblemException, IOException {
        Optional<BuiltPackage.App> app = built.app();
        String script = app.map(BuiltPackage.App::handler)
                .filter(Handler.Program.class::isInstance)
                .map(Handler::value)
                .orElse("");
        Map<String, String> environment = FunctionEnvironmentVariables.of(
                place,
                target.runtime(),
                app.map(it -> it.handler().value()).orElse(""),
                app.map(BuiltPackage.App::environment).orElse(Map.of()));
        PythonRun python = new PythonRun(place, tree, interpreter, searchPath(place, script), environment, leftovers);
        if (script.isEmpty()) {
            Imported imported = importAll(python, List.of(), tree, place, foreign);
            if (app.isPresent()) {
                call(python, (Handler.Function) app.get().handler(), imported.judge());
            }
            tellTimes(python, imported, hasBytecode(tree));
            return;
        }
        List<PythonRun.Wanted> ofScript = RunScriptModules.in(tree.task(), script);
        if (foreign || host.system() == HostPlatform.System.WINDOWS) {
            tellTimes(python, importAll(python, ofScript, tree, place, foreign), hasBytecode(tree));
            verdict.notProved("%s was not started: %s"
                    .formatted(
                            script,
                            foreign
                                    ? "machine code in the zips does not run on this host"
                                    : "Windows does not run shell scripts"));
            return;
        }
        ServerRun server = new ServerRun(place, script, request, leftovers);
        // The program starts while the modules are imported.
        try (Background<ServerReport> started = Background.start(() -> server.run(environment))) {
            Imported imported = importAll(python, ofScript, tree, place, foreign);
            boolean compiled = hasBytecode(tree);
            if (!compiled) {
                // A server takes a while to end.
                tellTimes(imported);
            }
            ServerReport report = started.result();
            report.warnings().forEach(log::warn);
            verdict.onServer(report, script, ofScript, imported.judge());
            if (compiled) {
                tellBothTimes(python, imported);
            }
        }
    }

    /** @param ofApp modules of the app that are imported beside those of the layers */
    private Imported importAll(
            PythonRun python, List<PythonRun.Wanted> ofApp, FunctionTree tree, FunctionPlace place, boolean foreign)
            throws ProblemException, IOException {
        List<Distribution> distributions = InstalledDistributions.in(packages(tree));
        Map<String, ProjectName> owners = owners(distributions, foreign);
        List<PythonRun.Wanted> wanted = new ArrayList<>();
        owners.keySet().forEach(name -> wanted.add(new PythonRun.Wanted(name, null)));
        wanted.addAll(ofApp);
        ImportReport report = python.importAll(wanted);
        FaultJudge judge = new FaultJudge(target, distributions, foreign, place.opt() + "/python", report);
        verdict.onImports(report.outcomes(), owners, judge);
        return new Imported(wanted, report, distributions, judge);
    }

    /** The modules to import, with their packages. */
    private Map<String, ProjectName> owners(List<Distribution> distributions, boolean foreign) {
        ImportNames names = new ImportNames(target);
        Excludes excludes = new Excludes(request.excludes());
        Map<String, ProjectName> owners = new LinkedHashMap<>();
        List<String> excluded = new ArrayList<>();
        for (Distribution distribution : distributions) {
            if (foreign && distribution.isNative()) {
                continue;
            }
            for (String name : names.of(distribution)) {
                if (excludes.match(distribution.name(), name)) {
                    excluded.add(name);
                } else {
                    owners.putIfAbsent(name, distribution.name());
                }
            }
        }
        if (!excluded.isEmpty()) {
            log.info("Not imported, since <verifyExcludes> names them: " + String.join(", ", excluded));
        }
        if (foreign && distributions.stream().anyMatch(Distribution::isNative)) {
            verdict.notProved("not loaded, since they have machine code for %s and this host is %s: %s"
                    .formatted(
                            target.architecture(),
                            host,
                            distributions.stream()
                                    .filter(Distribution::isNative)
                                    .map(distribution -> distribution.name().canonical())
                                    .collect(Collectors.joining(", "))));
        }
        return owners;
    }

    /** As Lambda sets it for a handler; a program gets what its environment says and the folder it is started in. */
    private PythonRun.SearchPath searchPath(FunctionPlace place, String script) {
        if (!script.isEmpty()) {
            return new PythonRun.SearchPath(List.of(place.task()), false);
        }
        return new PythonRun.SearchPath(
                List.of(
                        place.task(),
                        place.opt() + "/python/lib/" + target.runtime().id() + "/site-packages",
                        place.opt() + "/python"),
                true);
    }

    private void tellTimes(PythonRun python, Imported imported, boolean compiled) throws ProblemException, IOException {
        if (compiled) {
            tellBothTimes(python, imported);
        } else {
            tellTimes(imported);
        }
    }

    private void tellTimes(Imported imported) {
        List<String> slowest = imported.report().times().slowest(packages(imported), SLOWEST_TOLD);
        if (!slowest.isEmpty()) {
            log.info("Time to import, without bytecode as on Lambda, on this host:");
            slowest.forEach(line -> log.info("  " + line));
        }
    }

    /**
     * Imports once more, one after the other: the app, which was starting meanwhile, and a cold disk would make the
     * difference.
     */
    private void tellBothTimes(PythonRun python, Imported imported) throws ProblemException, IOException {
        ImportTimes without = python.importWithoutBytecode(imported.wanted()).times();
        ImportTimes with = python.importAll(imported.wanted()).times();
        List<String> both = without.beside(with, packages(imported), SLOWEST_TOLD);
        if (!both.isEmpty()) {
            log.info("Time to import without and with bytecode, on this host:");
            both.forEach(line -> log.info("  " + line));
        }
    }

    private static Set<String> packages(Imported imported) {
        return imported.distributions().stream()
                .flatMap(distribution -> distribution.files().stream())
                .map(file -> file.split("[/.]")[0])
                .collect(Collectors.toSet());
    }

    private void call(PythonRun python, Handler.Function handler, FaultJudge judge)
            throws ProblemException, IOException {
        String function = handler.value().substring(handler.value().lastIndexOf('.') + 1);
        PythonRun.Wanted wanted = new PythonRun.Wanted(handler.modulePath().replace('/', '.'), function);
        CallReport report = python.call(wanted, request.event());
        verdict.onCall(handler.value(), report, judge);
    }

    private void tell(boolean foreign) {
        if (!isHostOfTarget()) {
            verdict.notProved("whether it runs on Linux on %s: %s"
                    .formatted(
                            target.architecture(),
                            foreign
                                    ? "this host is " + host
                                    : "nothing in the zips is machine code, and it was run on " + host));
        }
        verdict.tell(log);
    }
}
