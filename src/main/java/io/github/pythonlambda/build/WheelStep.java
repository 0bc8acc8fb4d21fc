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
import io.github.pythonlambda.wheel.WheelFactsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens the wheels of a build, in parallel, and checks what the content of all of them shows. */
final class WheelStep {

    private final WheelFactsStore known;
    private final BuildLog log;

    WheelStep(WheelFactsStore known, BuildLog log) {
        this.known = known;
        this.log = log;
    }

    /** A place where wheels can be opened before it is known which of them are wanted. */
    WheelShelf shelf() {
        return new WheelShelf(known);
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
        Map<Sha256, OpenWheel> wheels = open(targets, shelf);
        for (ResolvedTarget target : targets) {
            List<InspectedWheel> inspected = new ArrayList<>();
            for (ResolvedWheel resolved : target.resolution().all()) {
                OpenWheel open = wheels.get(resolved.digest());
                Wheel wheel = open.wheel();
                inspected.add(new InspectedWheel(resolved.file(), wheel.path(), wheel.declaredTags(), open.facts()));
            }
            findings.add(WheelChecks.check(inspected, appLibraries(app), target.target()));
        }
        if (wheels.values().stream().anyMatch(open -> open.facts().hasDamage())) {
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

    /** A wheel that was opened, or why it cannot be. */
    private record Attempt(Sha256 digest, @Nullable OpenWheel wheel, List<Problem> problems) {}

    private Map<Sha256, OpenWheel> open(List<ResolvedTarget> targets, WheelShelf shelf)
            throws ProblemException, IOException {
        Map<ResolvedWheel, Path> wanted = new LinkedHashMap<>();
        for (ResolvedTarget target : targets) {
            for (ResolvedWheel wheel : target.resolution().all()) {
                wanted.put(wheel, target.files().get(wheel.digest()));
            }
        }
        shelf.keep(wanted.keySet().stream().map(ResolvedWheel::digest).collect(Collectors.toSet()));
        Map<Sha256, OpenWheel> wheels = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Attempt attempt : attempts(wanted, shelf)) {
            problems.addAll(attempt.problems());
            if (attempt.wheel() != null) {
                wheels.put(attempt.digest(), attempt.wheel());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().distinct().toList());
        }
        if (shelf.wheelsRead() > 0) {
            log.debug("Read %s (%s)"
                    .formatted(Counted.of(shelf.wheelsRead(), "wheel"), ByteSize.format(shelf.bytesRead())));
        }
        return wheels;
    }

    private static List<Attempt> attempts(Map<ResolvedWheel, Path> wanted, WheelShelf shelf) throws IOException {
        try {
            return wanted.entrySet().parallelStream()
                    .map(wheel -> attempt(wheel.getKey(), wheel.getValue(), shelf))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Attempt attempt(ResolvedWheel wheel, Path path, WheelShelf shelf) {
        try {
            return new Attempt(wheel.digest(), shelf.open(wheel.digest(), wheel.file(), path), List.of());
        } catch (ProblemException e) {
            return new Attempt(wheel.digest(), null, e.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
