package io.github.pythonlambda.describe;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.json.JsonSyntaxException;
import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.target.WebAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a manifest says was built.
 *
 * @param manifest the manifest
 * @param targets one for each architecture
 * @param layers in the order in which Lambda unpacks them
 * @param app the app, if there is one
 */
public record BuiltPackage(Path manifest, List<Target> targets, List<Layer> layers, Optional<App> app) {

    /** A layer of one architecture. */
    public record Layer(String name, Architecture architecture, Path zip) {}

    /**
     * The app.
     *
     * @param settings what its function needs
     * @param environment the variables that its function needs
     */
    public record App(Path zip, FunctionSettings settings, Map<String, String> environment) {
        public App {
            environment = Map.copyOf(environment);
        }

        public Handler handler() {
            return settings.handler();
        }
    }

    public BuiltPackage {
        targets = List.copyOf(targets);
        layers = List.copyOf(layers);
    }

    /** The manifests in a folder, by name. */
    public static List<Path> manifests(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Manifest.isFileName(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws ProblemException if it is not a manifest of this version of the plugin, or a zip is not the one that it
     *     describes
     */
    public static BuiltPackage read(Path file, LambdaCatalog catalog) throws ProblemException, IOException {
        try {
            JsonValue root = JsonValue.read(file);
            if (root.get("schemaVersion").intValue() != Manifest.SCHEMA_VERSION) {
                throw new ProblemException(stale(Problem.of("the manifest is of another version of the plugin")
                        .at(file)
                        .expected("schemaVersion " + Manifest.SCHEMA_VERSION)
                        .found("schemaVersion " + root.get("schemaVersion").text())));
            }
            return read(root, file, catalog);
        } catch (JsonSyntaxException e) {
            throw new ProblemException(
                    stale(Problem.of("the manifest cannot be read").at(file).found(e.getMessage())), e);
        }
    }

    private static BuiltPackage read(JsonValue root, Path file, LambdaCatalog catalog)
            throws ProblemException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        List<Target> targets = new ArrayList<>();
        for (String architecture : root.get("architectures").texts()) {
            targets.add(catalog.target(root.get("runtime").text(), architecture, null));
        }
        List<Layer> layers = new ArrayList<>();
        for (JsonValue node : root.get("layers").items()) {
            layers.add(new Layer(
                    node.get("name").text(),
                    catalog.target(
                                    root.get("runtime").text(),
                                    node.get("architecture").text(),
                                    null)
                            .architecture(),
                    zip(node, folder)));
        }
        JsonValue app = root.get("app");
        return new BuiltPackage(
                file, targets, layers, app.isAbsent() ? Optional.empty() : Optional.of(app(app, folder)));
    }

    private static App app(JsonValue node, Path folder) throws ProblemException, IOException {
        Map<String, String> environment = new TreeMap<>();
        node.get("environment").members().forEach((name, value) -> environment.put(name, value.text()));
        FunctionSettings settings = new FunctionSettings(
                Handler.parse(node.get("handler").text()),
                InvokeMode.parse(node.get("invokeMode").text()),
                webAdapter(node.get("webAdapter")));
        return new App(zip(node, folder), settings, environment);
    }

    private static Optional<WebAdapter> webAdapter(JsonValue node) {
        if (node.isAbsent()) {
            return Optional.empty();
        }
        Map<Architecture, String> arns = new EnumMap<>(Architecture.class);
        node.get("layerArns")
                .members()
                .forEach((name, arn) ->
                        Architecture.find(name).ifPresent(architecture -> arns.put(architecture, arn.text())));
        return Optional.of(
                new WebAdapter(Optional.ofNullable(node.get("version").textOrNull()), arns));
    }

    private static Path zip(JsonValue node, Path folder) throws ProblemException, IOException {
        Path zip = folder.resolve(node.get("path").text());
        if (!Files.isRegularFile(zip)) {
            throw new ProblemException(stale(
                    Problem.of("a zip that the manifest describes is missing").at(zip)));
        }
        String sha256 = Sha256.ofFile(zip).hex();
        if (!sha256.equals(node.get("sha256").text())) {
            throw new ProblemException(stale(Problem.of("a zip is not the one that the manifest describes")
                    .at(zip)
                    .expected("sha256 " + node.get("sha256").text())
                    .found("sha256 " + sha256)));
        }
        return zip;
    }

    private static Problem stale(Problem problem) {
        return problem.remedy("run the goal package (or layer) again");
    }
}
