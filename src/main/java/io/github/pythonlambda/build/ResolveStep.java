package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.pip.PipResolver;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.store.WheelFetcher;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From requirements to wheels on this machine, for one target. */
final class ResolveStep {

    /** Makes the resolver when it is first needed: for a build without layers, no Python is looked for. */
    @FunctionalInterface
    interface ResolverSource {
        PipResolver resolver(FetchCount listener) throws ProblemException, IOException;
    }

    private final ResolverSource resolvers;
    private final WheelStore store;
    private final BuildLog log;

    ResolveStep(ResolverSource resolvers, WheelStore store, BuildLog log) {
        this.resolvers = resolvers;
        this.store = store;
        this.log = log;
    }

    ResolvedTarget run(BuildRequest request, Target target, List<LayerSource> layers)
            throws ProblemException, IOException {
        if (layers.isEmpty()) {
            return new ResolvedTarget(target, Resolution.EMPTY, Map.of());
        }
        Stopwatch time = new Stopwatch();
        FetchCount fetched = new FetchCount(log);
        PipResolver resolver = resolvers.resolver(fetched);
        ResolveRequest question = new ResolveRequest(target, layers, request.baseDirectory(), request.resolving());
        Resolution resolution = resolver.resolve(question, PipResolver.Fetching.METADATA);
        Map<Sha256, Path> files = fetchMissing(question, resolver, resolution, fetched);
        refuseEmptyLayers(target, layers, resolution);
        log.info("Resolved %s for %s in %s, %s"
                .formatted(Counted.of(resolution.all().size(), "package"), target, time, fetched));
        return new ResolvedTarget(target, resolution, files);
    }

    private Map<Sha256, Path> fetchMissing(
            ResolveRequest question, PipResolver resolver, Resolution resolution, FetchCount fetched)
            throws ProblemException, IOException {
        List<WheelFetcher.Item> missing = new ArrayList<>();
        for (ResolvedWheel wheel : resolution.all()) {
            if (locate(wheel).isEmpty()) {
                missing.add(new WheelFetcher.Item(wheel.file(), wheel.digest(), wheel.source()));
            }
        }
        List<WheelFetcher.Failure> failures = new WheelFetcher(store, fetched).fetch(missing);
        if (!failures.isEmpty()) {
            // pip knows more ways to log in than are worth doing again: keyring, netrc, client certificates.
            failures.forEach(failure -> log.debug(
                    "%s: %s; pip is asked to fetch it".formatted(failure.item().name(), failure.reason())));
            resolver.resolve(question, PipResolver.Fetching.WHEELS);
        }
        Map<Sha256, Path> files = new HashMap<>();
        for (ResolvedWheel wheel : resolution.all()) {
            Optional<Path> file = locate(wheel);
            if (file.isEmpty()) {
                throw new ProblemException(notFetched(wheel, failures));
            }
            files.put(wheel.digest(), file.get());
        }
        return files;
    }

    /** A wheel in the store, or the file itself if it was one to begin with. */
    private Optional<Path> locate(ResolvedWheel wheel) {
        Optional<Path> stored = store.find(wheel.digest(), wheel.file());
        if (stored.isPresent() || !"file".equals(wheel.source().getScheme())) {
            return stored;
        }
        Path file = Path.of(wheel.source());
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
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

    private static void refuseEmptyLayers(Target target, List<LayerSource> layers, Resolution resolution)
            throws ProblemException {
        for (LayerSource layer : layers) {
            if (resolution.of(layer.name()).isEmpty()) {
                throw new ProblemException(
                        Problem.of("layer '%s' would be empty for %s: ".formatted(layer.name(), target)
                                        + (resolution.all().isEmpty()
                                                ? "nothing is required, or the markers of all requirements exclude it"
                                                : "nothing is required, or all of it is in an earlier layer already"))
                                .at(layer.requirementsFile().map(Path::toString).orElse("layer " + layer.name()))
                                .remedy("add a requirement, or remove the layer"));
            }
        }
    }
}
