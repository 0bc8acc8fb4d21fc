package io.github.pythonlambda.build;

import io.github.pythonlambda.lock.LockDifference;
import io.github.pythonlambda.lock.LockInputs;
import io.github.pythonlambda.lock.LockReader;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The locks that a build finds. */
sealed interface Locks {

    /** All of them. */
    List<LockReader> readers();

    /** There is none: everything has to be resolved. */
    record None() implements Locks {
        @Override
        public List<LockReader> readers() {
            return List.of();
        }
    }

    /** One that this plugin wrote, of the whole resolution, up to date. */
    record OfBuild(LockReader lock, LockInputs inputs) implements Locks {
        @Override
        public List<LockReader> readers() {
            return List.of(lock);
        }
    }

    /** Some or all layers have a lock of their own, which any tool may have written. */
    record OfLayers(Map<String, LockReader> locks) implements Locks {
        @Override
        public List<LockReader> readers() {
            return List.copyOf(locks.values());
        }
    }

    /**
     * Finds the locks, and checks that the one of the build is up to date.
     *
     * @throws ProblemException if it is not, or a lock cannot be read
     */
    static Locks find(BuildRequest request, RequirementsInput inputs) throws ProblemException, IOException {
        Map<String, LockReader> ofLayers = new LinkedHashMap<>();
        Optional<Path> ofBuild = request.locking().location().existing();
        if (ofBuild.isPresent()) {
            LockReader lock = LockReader.of(ofBuild.get());
            Optional<LockInputs> madeFrom = lock.inputs();
            if (madeFrom.isPresent()) {
                checkUpToDate(request, lock, madeFrom.get(), inputs);
                return new OfBuild(lock, madeFrom.get());
            }
            ofLayers.put(onlyLayer(request, lock), lock);
        }
        for (LayerFolders.LayerFolder layer : request.layers()) {
            if (layer.lock().isPresent() && !ofLayers.containsKey(layer.name())) {
                ofLayers.put(layer.name(), LockReader.of(layer.lock().get()));
            }
        }
        return ofLayers.isEmpty() ? new None() : new OfLayers(ofLayers);
    }

    private static String onlyLayer(BuildRequest request, LockReader lock) throws ProblemException {
        if (request.layers().size() == 1) {
            return request.layers().get(0).name();
        }
        throw new ProblemException(Problem.of("a lock of another tool does not say which layer a package belongs to")
                .at(lock.file())
                .remedy("move it into the folder of its layer, or remove it and run '%s'"
                        .formatted(request.locking().command())));
    }

    private static void checkUpToDate(
            BuildRequest request, LockReader lock, LockInputs madeFrom, RequirementsInput inputs)
            throws ProblemException {
        List<String> differences = LockDifference.between(madeFrom, inputs.inputs(), inputs::describe);
        if (!differences.isEmpty()) {
            throw new ProblemException(Problem.of("the lock does not match what it was made from any more")
                    .at(lock.file())
                    .found(String.join(System.lineSeparator(), differences))
                    .remedy("run '%s', which keeps the other pins"
                            .formatted(request.locking().command())));
        }
    }
}
