package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.lock.LockInputs;
import io.github.pythonlambda.lock.LockReader;
import io.github.pythonlambda.lock.LockWriter;
import io.github.pythonlambda.lock.ResolvedFor;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.Pylock;
import io.github.pythonlambda.pylock.PylockWriter;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves for all architectures, near the pins of an earlier lock, and writes the lock. */
final class LockStep {

    private final ResolveStep resolveStep;

    LockStep(ResolveStep resolveStep) {
        this.resolveStep = resolveStep;
    }

    LockResult run(BuildRequest request, ProjectInputs inputs, Upgrade upgrade) throws ProblemException, IOException {
        Path file = placeFor(request);
        refuseOtherLocks(request, file);
        Optional<LockReader> before = Files.isRegularFile(file) ? Optional.of(LockReader.of(file)) : Optional.empty();
        List<ResolvedFor> resolutions = new ArrayList<>();
        Map<Sha256, Path> files = new HashMap<>();
        Map<ProjectName, Version> chosen = new HashMap<>();
        for (Target target : request.targets()) {
            // What is new is to have one version for all architectures, if there is one.
            Map<ProjectName, Version> pins = new HashMap<>(chosen);
            before.ifPresent(lock -> pins.putAll(upgrade.keep(lock.pins(target))));
            ResolvedTarget resolved = resolveStep.anew(request, inputs, target, pins);
            resolutions.add(new ResolvedFor(target, resolved.resolution()));
            files.putAll(resolved.files());
            resolved.resolution()
                    .all()
                    .forEach(wheel ->
                            chosen.putIfAbsent(wheel.name(), wheel.file().version()));
        }
        Map<Sha256, Long> sizes = sizes(files);
        LockWriter writer = new LockWriter(file.toAbsolutePath().getParent(), wheel -> sizes.get(wheel.digest()));
        Pylock lock = writer.lock(inputs.requirements().inputs(), resolutions);
        boolean written = write(lock, file);
        List<String> changes = LockChanges.between(before.map(LockReader::pylock), lock);
        return new LockResult(file, written, lock.packages().size(), changes);
    }

    /** The execution's place, or where a lock for another runtime has it, the one with this runtime in its name. */
    private static Path placeFor(BuildRequest request) throws ProblemException, IOException {
        LockLocation location = request.locking().location();
        if (Files.isRegularFile(location.ofRuntime()) || !Files.isRegularFile(location.general())) {
            return location.existing().orElse(location.general());
        }
        Optional<LockInputs> inputs = LockReader.of(location.general()).inputs();
        if (inputs.isEmpty()) {
            throw new ProblemException(Problem.of("another tool wrote the lock, which would be overwritten")
                    .at(location.general())
                    .remedy("keep it: the build uses it as it is; or remove it and lock again; or name another place by"
                            + " <lockFile> or -Dpython-lambda.lockFile"));
        }
        String runtime = request.targets().get(0).runtime().id();
        return inputs.get().runtime().equals(runtime) ? location.general() : location.ofRuntime();
    }

    private static void refuseOtherLocks(BuildRequest request, Path file) throws ProblemException {
        for (LayerFolders.LayerFolder layer : request.layers()) {
            if (layer.lock().isPresent() && !layer.lock().get().toAbsolutePath().equals(file.toAbsolutePath())) {
                throw new ProblemException(
                        Problem.of("layer '%s' has a lock of its own, so it is not resolved".formatted(layer.name()))
                                .at(layer.lock().get())
                                .remedy("lock again with the tool that made it; or replace it by a requirements.txt"));
            }
        }
    }

    private static Map<Sha256, Long> sizes(Map<Sha256, Path> files) throws IOException {
        Map<Sha256, Long> sizes = new HashMap<>();
        for (Map.Entry<Sha256, Path> file : files.entrySet()) {
            sizes.put(file.getKey(), Files.size(file.getValue()));
        }
        return sizes;
    }

    private static boolean write(Pylock lock, Path file) throws IOException {
        try (StagedFile staged = StagedFile.of(file)) {
            Files.writeString(staged.temporary(), PylockWriter.write(lock));
            return staged.commit();
        }
    }
}
