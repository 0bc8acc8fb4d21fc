package io.github.pythonlambda.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.describe.Manifest;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the manifest says was built.
 *
 * @param targets one for each architecture
 * @param layers in the order in which Lambda unpacks them
 * @param app the app, if there is one
 */
record BuiltPackage(List<Target> targets, List<Layer> layers, Optional<App> app) {

    /** A layer of one architecture. */
    record Layer(String name, Architecture architecture, Path zip) {}

    /**
     * The app.
     *
     * @param environment the variables that its function needs
     */
    record App(Path zip, Handler handler, Map<String, String> environment) {
        App {
            environment = Map.copyOf(environment);
        }
    }

    BuiltPackage {
        targets = List.copyOf(targets);
        layers = List.copyOf(layers);
    }

    /** @throws ProblemException if there is no manifest, or a zip is not the one that it describes */
    static BuiltPackage read(Path folder, LambdaCatalog catalog) throws ProblemException, IOException {
        Path file = folder.resolve(Manifest.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(
                    Problem.of("there is nothing to verify")
                            .at(folder)
                            .expected(Manifest.FILE_NAME + " and the zips that it describes")
                            .remedy(
                                    "run the goal package (or layer) before verify, such as 'mvn python-lambda:package"
                                            + " python-lambda:verify', or correct <outputDirectory> or -Dpython-lambda.outputDirectory"));
        }
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            if (root.path("schemaVersion").asInt() != Manifest.SCHEMA_VERSION) {
                throw new ProblemException(stale(Problem.of("the manifest is of another version of the plugin")
                        .at(file)
                        .expected("schemaVersion " + Manifest.SCHEMA_VERSION)
                        .found("schemaVersion " + root.path("schemaVersion").asText())));
            }
            return read(root, folder, catalog);
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    stale(Problem.of("the manifest cannot be read").at(file).found(e.getOriginalMessage())), e);
        }
    }

    private static BuiltPackage read(JsonNode root, Path folder, LambdaCatalog catalog)
            throws ProblemException, IOException {
        List<Target> targets = new ArrayList<>();
        for (JsonNode architecture : root.path("architectures")) {
            targets.add(catalog.target(root.path("runtime").asText(), architecture.asText(), null));
        }
        List<Layer> layers = new ArrayList<>();
        for (JsonNode node : root.path("layers")) {
            layers.add(new Layer(
                    node.path("name").asText(),
                    catalog.target(
                                    root.path("runtime").asText(),
                                    node.path("architecture").asText(),
                                    null)
                            .architecture(),
                    zip(node, folder)));
        }
        JsonNode app = root.path("app");
        if (app.isMissingNode()) {
            return new BuiltPackage(targets, layers, Optional.empty());
        }
        Map<String, String> environment = new TreeMap<>();
        app.path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        Handler handler = Handler.parse(app.path("handler").asText());
        return new BuiltPackage(targets, layers, Optional.of(new App(zip(app, folder), handler, environment)));
    }

    private static Path zip(JsonNode node, Path folder) throws ProblemException, IOException {
        Path zip = folder.resolve(node.path("path").asText());
        if (!Files.isRegularFile(zip)) {
            throw new ProblemException(stale(
                    Problem.of("a zip that the manifest describes is missing").at(zip)));
        }
        String sha256 = Sha256.ofFile(zip).hex();
        if (!sha256.equals(node.path("sha256").asText())) {
            throw new ProblemException(stale(Problem.of("a zip is not the one that the manifest describes")
                    .at(zip)
                    .expected("sha256 " + node.path("sha256").asText())
                    .found("sha256 " + sha256)));
        }
        return zip;
    }

    private static Problem stale(Problem problem) {
        return problem.remedy("run the goal package (or layer) again");
    }
}
