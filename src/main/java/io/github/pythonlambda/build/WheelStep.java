package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.check.InspectedWheel;
import io.github.pythonlambda.check.WheelChecks;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelFacts;
import io.github.pythonlambda.wheel.WheelFactsStore;
import io.github.pythonlambda.wheel.WheelInspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the content of those wheels that no earlier build has read, in parallel, and checks what the content of all of
 * them shows.
 */
final class WheelStep {

    private final WheelFactsStore known;
    private final BuildLog log;

    WheelStep(WheelFactsStore known, BuildLog log) {
        this.known = known;
        this.log = log;
    }

    /** Begins to read wheels before it is known which of them are wanted. */
    EarlyReading readEarly() {
        return new EarlyReading(known);
    }

    /**
     * Checks the wheels of all targets.
     *
     * @param app the app, which may bring libraries too
     * @param shelf where the wheels are opened
     * @throws ProblemException if wheels cannot be opened, or are damaged; with all that was found so far
     */
    void run(List<ResolvedTarget> targets, Optional<AppLayout> app, WheelShelf shelf, Findings findings)
            throws ProblemException, IOException {
        Map<Sha256, Wheel> wheels = open(targets, shelf);
        Map<Sha256, WheelFacts> facts = facts(wheels);
        for (ResolvedTarget target : targets) {
            List<InspectedWheel> inspected = new ArrayList<>();
            for (ResolvedWheel resolved : target.resolution().all()) {
                Wheel wheel = wheels.get(resolved.digest());
                inspected.add(new InspectedWheel(
                        resolved.file(), wheel.path(), wheel.declaredTags(), facts.get(resolved.digest())));
            }
            findings.add(WheelChecks.check(inspected, appLibraries(app), target.target()));
        }
        if (facts.values().stream().anyMatch(WheelFacts::hasDamage)) {
            // What cannot be read cannot be laid out.
            findings.report();
        }
    }

    /** The names of files in those folders of the app that Lambda looks for libraries in: its root, and lib/. */
    private static Set<String> appLibraries(Optional<AppLayout> app) {
        return app.map(AppLayout::entries).orElse(List.of()).stream()
                .map(entry -> entry.path().startsWith("lib/") ? entry.path().substring("lib/".length()) : entry.path())
                .filter(name -> name.indexOf('/') < 0)
                .collect(Collectors.toSet());
    }

    private static Map<Sha256, Wheel> open(List<ResolvedTarget> targets, WheelShelf shelf)
            throws ProblemException, IOException {
        Map<Sha256, Wheel> wheels = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (ResolvedTarget target : targets) {
            for (ResolvedWheel wheel : target.resolution().all()) {
                try {
                    wheels.put(wheel.digest(), shelf.wheel(wheel, target.files().get(wheel.digest())));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().distinct().toList());
        }
        return wheels;
    }

    private Map<Sha256, WheelFacts> facts(Map<Sha256, Wheel> wheels) throws IOException {
        Map<Sha256, WheelFacts> facts = new HashMap<>();
        Map<Sha256, Wheel> unknown = new LinkedHashMap<>();
        for (Map.Entry<Sha256, Wheel> wheel : wheels.entrySet()) {
            known.find(wheel.getKey())
                    .ifPresentOrElse(
                            found -> facts.put(wheel.getKey(), found),
                            () -> unknown.put(wheel.getKey(), wheel.getValue()));
        }
        if (!unknown.isEmpty()) {
            facts.putAll(read(unknown));
        }
        return facts;
    }

    private Map<Sha256, WheelFacts> read(Map<Sha256, Wheel> wheels) throws IOException {
        Stopwatch time = new Stopwatch();
        long bytes = 0;
        for (Wheel wheel : wheels.values()) {
            bytes += Files.size(wheel.path());
        }
        try {
            Map<Sha256, WheelFacts> facts = wheels.entrySet().parallelStream()
                    .collect(Collectors.toConcurrentMap(
                            Map.Entry::getKey, wheel -> readAndKeep(wheel.getKey(), wheel.getValue())));
            log.debug("Read %s (%s) in %s".formatted(Counted.of(wheels.size(), "wheel"), ByteSize.format(bytes), time));
            return facts;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private WheelFacts readAndKeep(Sha256 digest, Wheel wheel) {
        try {
            WheelFacts facts = WheelInspection.of(wheel);
            known.keep(digest, facts);
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
