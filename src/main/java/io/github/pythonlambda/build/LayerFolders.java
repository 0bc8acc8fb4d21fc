package io.github.pythonlambda.build;

import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.PylockFileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the layers of a project by its folders. */
public final class LayerFolders {

    /** The name of a layer that has a project to itself. */
    public static final String SINGLE_LAYER = "layer";

    private static final String REQUIREMENTS = "requirements.txt";
    /** AWS Lambda's names of layers; they become file names, classifiers and parts of ARNs. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,100}");

    /**
     * A layer as it lies in the project.
     *
     * @param name the layer's name
     * @param folder the layer's folder
     * @param isWhole whether everything in the folder counts, not just a file that was named
     * @param requirementsFile its requirements file, if it has one
     * @param lock the {@code pylock.toml} in its folder, if there is one
     * @param wheels the wheel files in its folder, for whatever target
     */
    public record LayerFolder(
            String name,
            Path folder,
            boolean isWhole,
            Optional<Path> requirementsFile,
            Optional<Path> lock,
            List<Path> wheels) {
        public LayerFolder {
            wheels = List.copyOf(wheels);
        }

        /** By the name, which tells layers apart, and at once: the JVM puts a record's own together at its first use. */
        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private LayerFolders() {}

    /** Whether a layer can have a name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Finds layers.
     *
     * @param requirementsFile the one layer's requirements file; then no folder is looked at
     * @param layerDirectory the folder of a single layer
     * @param layersDirectory the folder with a folder for each layer
     * @return the single layer, then the others by name, which is the order in which they take packages
     * @throws ProblemException if a named file does not exist, or a folder is no layer
     */
    public static List<LayerFolder> find(@Nullable Path requirementsFile, Path layerDirectory, Path layersDirectory)
            throws ProblemException, IOException {
        if (requirementsFile != null) {
            if (!Files.isRegularFile(requirementsFile)) {
                throw new ProblemException(Problem.of("the requirements file does not exist")
                        .at(requirementsFile)
                        .expected("a file in pip's format")
                        .remedy("create it, or correct <requirementsFile> or -Dpython-lambda.requirementsFile"));
            }
            return List.of(named(requirementsFile));
        }
        List<LayerFolder> layers = new ArrayList<>();
        if (Files.isDirectory(layerDirectory)) {
            layers.add(layer(SINGLE_LAYER, layerDirectory));
        }
        if (Files.isDirectory(layersDirectory)) {
            for (Path folder : children(layersDirectory)) {
                if (Files.isDirectory(folder)) {
                    layers.add(layer(name(folder, layers), folder));
                }
            }
        }
        return List.copyOf(layers);
    }

    /** A lock may stand in for a requirements file, as it may for pip itself. */
    private static LayerFolder named(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean isLock = PylockFileName.find(file.getFileName().toString()).isPresent();
        return new LayerFolder(
                SINGLE_LAYER,
                folder,
                false,
                isLock ? Optional.empty() : Optional.of(file),
                isLock ? Optional.of(file) : Optional.empty(),
                List.of());
    }

    private static String name(Path folder, List<LayerFolder> others) throws ProblemException {
        String name = folder.getFileName().toString();
        if (!isName(name)) {
            throw new ProblemException(Problem.of("a layer cannot have this name")
                    .at(folder)
                    .expected("letters, digits, - and _")
                    .found(name)
                    .remedy("rename the folder"));
        }
        if (others.stream().anyMatch(layer -> layer.name().equalsIgnoreCase(name))) {
            throw new ProblemException(Problem.of("two layers have the name '" + name + "'")
                    .at(folder)
                    .remedy("rename the folder; '" + SINGLE_LAYER + "' is the name of the layer in src/layer"));
        }
        return name;
    }

    private static LayerFolder layer(String name, Path folder) throws ProblemException, IOException {
        List<Path> wheels = children(folder).stream()
                .filter(file -> file.toString().endsWith(WheelFileName.EXTENSION) && Files.isRegularFile(file))
                .toList();
        Optional<Path> requirementsFile = ifThere(folder.resolve(REQUIREMENTS));
        Optional<Path> lock = ifThere(folder.resolve(PylockFileName.DEFAULT));
        if (requirementsFile.isEmpty() && lock.isEmpty() && wheels.isEmpty()) {
            throw new ProblemException(Problem.of("the folder of layer '" + name + "' has nothing to make a layer from")
                    .at(folder)
                    .expected(REQUIREMENTS + ", or " + PylockFileName.DEFAULT + ", or wheel files (*.whl)")
                    .remedy("add one of them, or remove the folder"));
        }
        return new LayerFolder(name, folder, true, requirementsFile, lock, wheels);
    }

    private static Optional<Path> ifThere(Path file) {
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    // By the text of the name; paths themselves compare differently on Windows.
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        }
    }
}
