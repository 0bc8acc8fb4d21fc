package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexAccess;
import io.github.pythonlambda.pip.BuiltWheels;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.store.WheelFetcher;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.store.Wheelhouse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings all wheels of a resolution to this machine. */
final class FetchStep {

    /** Fetches wheels with pip's own ways to log in. */
    @FunctionalInterface
    interface PipFetch {

        /** @param wheels what Java could not fetch */
        void fetch(List<ResolvedWheel> wheels) throws ProblemException, IOException;
    }

    private final WheelStore store;
    private final Uses uses;

    /** @param uses is told which wheels are used that were built here; the store tells of its own */
    FetchStep(WheelStore store, Uses uses) {
        this.store = store;
        this.uses = uses;
    }

    /**
     * Fetches what is missing.
     *
     * @param pip is asked for what Java cannot fetch
     * @return where each wheel is
     */
    Map<Sha256, Path> run(Question question, Resolution resolution, PipFetch pip) throws ProblemException, IOException {
        Places places =
                new Places(store, question.request().resolving().wheelhouse().map(Wheelhouse::new));
        List<WheelFetcher.Failure> failures = fetch(question, missing(resolution, places));
        if (!failures.isEmpty()) {
            // pip knows more ways to log in than are worth doing again: keyring, client certificates, what pip.conf
            // says.
            failures.forEach(failure -> question.log()
                    .debug("%s: %s; pip is asked to fetch it"
                            .formatted(failure.item().name(), failure.reason())));
            pip.fetch(missing(resolution, places));
        }
        Map<Sha256, Path> files = new HashMap<>();
        for (ResolvedWheel wheel : resolution.all()) {
            Optional<Path> file = places.locate(wheel);
            if (file.isEmpty()) {
                throw new ProblemException(notFetched(wheel, failures));
            }
            BuiltWheels.beside(store).item(file.get()).ifPresent(uses::note);
            files.put(wheel.digest(), file.get());
        }
        return files;
    }

    private static List<ResolvedWheel> missing(Resolution resolution, Places places) throws IOException {
        List<ResolvedWheel> missing = new ArrayList<>();
        for (ResolvedWheel wheel : resolution.all()) {
            if (places.locate(wheel).isEmpty()) {
                missing.add(wheel);
            }
        }
        return missing;
    }

    private List<WheelFetcher.Failure> fetch(Question question, List<ResolvedWheel> wheels)
            throws ProblemException, IOException {
        if (wheels.isEmpty()) {
            return List.of();
        }
        ResolveOptions options = question.request().resolving();
        if (options.offline()) {
            throw new ProblemException(missingOffline(wheels));
        }
        return new WheelFetcher(store, question.listener(), IndexAccess.of(options.indexes(), false))
                .fetch(wheels.stream()
                        .map(wheel ->
                                new WheelFetcher.Item(wheel.file(), wheel.digest(), wheel.source(), wheel.index()))
                        .toList());
    }

    /** Where wheels are on this machine. */
    private record Places(WheelStore store, Optional<Wheelhouse> wheelhouse) {

        /** A wheel in the store or the wheelhouse, or the file itself if it was one to begin with. */
        Optional<Path> locate(ResolvedWheel wheel) throws IOException {
            Optional<Path> stored = store.find(wheel.digest(), wheel.file());
            if (stored.isEmpty() && wheelhouse.isPresent()) {
                stored = wheelhouse.get().find(wheel.digest(), wheel.file());
            }
            if (stored.isPresent() || !"file".equals(wheel.source().getScheme())) {
                return stored;
            }
            Path file = Path.of(wheel.source());
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        }
    }

    private static Problem missingOffline(List<ResolvedWheel> missing) {
        return Problem.of("the build is offline, and the wheel store does not have all that is needed")
                .expected(missing.stream()
                        .map(wheel -> wheel.file().text())
                        .sorted()
                        .collect(Collectors.joining(System.lineSeparator())))
                .remedy("run the build once without -o; the wheels are kept from then on. Or put them into a folder and"
                        + " name it by <wheelhouse> or -Dpython-lambda.wheelhouse");
    }

    private static Problem notFetched(ResolvedWheel wheel, List<WheelFetcher.Failure> failures) {
        String reason = failures.stream()
                .filter(failure -> failure.item().digest().equals(wheel.digest()))
                .map(WheelFetcher.Failure::reason)
                .findFirst()
                .orElse("it is not where the index says");
        return Problem.of("the wheel " + wheel.file() + " cannot be fetched")
                .at(withoutQuery(wheel.source()))
                .found(reason)
                .remedy("check the index; if the hash is wrong, find out why before you build with this file");
    }

    /** A query may be a signature. */
    private static String withoutQuery(URI source) {
        return source.toString().split("[?#]", 2)[0];
    }
}
