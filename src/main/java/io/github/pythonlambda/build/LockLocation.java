package io.github.pythonlambda.build;

import io.github.pythonlambda.target.LambdaRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the lock of an execution is: beside the one requirements file, or in the folder of the layers. Executions for
 * different runtimes may share that folder, so a second lock may lie there that has the runtime in its name.
 *
 * @param general the lock of the execution, or of the first of several
 * @param ofRuntime the lock of the execution's runtime, for executions after the first
 */
public record LockLocation(Path general, Path ofRuntime) {

    private static final String DEFAULT_REQUIREMENTS = "requirements.txt";

    /** A place that the user names. */
    public static LockLocation of(Path lockFile) {
        return new LockLocation(lockFile, lockFile);
    }

    /**
     * Finds the place.
     *
     * @param layers the execution's layers
     * @param requirementsFile the one requirements file, if the user names one
     * @param layersDirectory the folder with a folder for each layer
     */
    public static LockLocation find(
            List<LayerFolders.LayerFolder> layers,
            @Nullable Path requirementsFile,
            Path layersDirectory,
            LambdaRuntime runtime) {
        if (requirementsFile != null) {
            return in(requirementsFile.toAbsolutePath().getParent(), stem(requirementsFile), runtime);
        }
        boolean single = layers.size() == 1 && !layers.get(0).folder().startsWith(layersDirectory);
        return in(single ? layers.get(0).folder() : layersDirectory, "", runtime);
    }

    private static LockLocation in(Path folder, String stem, LambdaRuntime runtime) {
        // The name between "pylock." and ".toml" has no dot (PEP 751), hence python313.
        String ofRuntime = runtime.id().replace(".", "");
        return new LockLocation(
                folder.resolve(stem.isEmpty() ? "pylock.toml" : "pylock." + stem + ".toml"),
                folder.resolve("pylock." + (stem.isEmpty() ? "" : stem + "-") + ofRuntime + ".toml"));
    }

    /** {@code requirements.txt} has {@code pylock.toml}; of several such files in one folder each has a lock of its own. */
    private static String stem(Path requirementsFile) {
        String name = requirementsFile.getFileName().toString();
        if (name.equals(DEFAULT_REQUIREMENTS)) {
            return "";
        }
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('.', '-');
    }

    /** The lock, if there is one. */
    Optional<Path> existing() {
        if (Files.isRegularFile(ofRuntime)) {
            return Optional.of(ofRuntime);
        }
        return Files.isRegularFile(general) ? Optional.of(general) : Optional.empty();
    }
}
