package com.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;
import software.constructs.Construct;

/** What python-lambda-maven-plugin built, as its manifest.json says. */
final class PythonZips {

    private final Path folder;
    private final JsonNode manifest;
    private final Runtime runtime;
    private final Architecture architecture;

    private PythonZips(Path folder, JsonNode manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.runtime = new Runtime(manifest.get("runtime").asText(), RuntimeFamily.PYTHON);
        this.architecture =
                Architecture.custom(manifest.get("architectures").get(0).asText());
    }

    /** Reads the manifest in a folder, usually {@code target/python-lambda}. */
    static PythonZips read(Path folder) {
        try {
            return new PythonZips(
                    folder,
                    new ObjectMapper().readTree(folder.resolve("manifest.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("no Python was packaged; run 'mvn package' first", e);
        }
    }

    /** The function as far as the manifest tells: code, layers, and what it has to be configured with to start. */
    Function.Builder function(Construct scope, String id) {
        JsonNode app = manifest.get("app");
        List<ILayerVersion> layers = layers(scope, id);
        if (app.has("webAdapter")) {
            // Its region is ${AWS::Region}, unless the build names one.
            String arn = app.at("/webAdapter/layerArns/" + architecture.getName()).asText();
            layers.add(LayerVersion.fromLayerVersionArn(scope, id + "-web-adapter", Fn.sub(arn)));
        }
        Map<String, String> environment = new TreeMap<>();
        app.get("environment")
                .fieldNames()
                .forEachRemaining(name ->
                        environment.put(name, app.at("/environment/" + name).asText()));
        return Function.Builder.create(scope, id)
                .runtime(runtime)
                .architecture(architecture)
                .code(code(app))
                .handler(app.get("handler").asText())
                .environment(environment)
                .layers(layers);
    }

    private List<ILayerVersion> layers(Construct scope, String id) {
        List<ILayerVersion> layers = new ArrayList<>();
        for (JsonNode layer : manifest.get("layers")) {
            if (layer.get("architecture").asText().equals(architecture.getName())) {
                layers.add(LayerVersion.Builder.create(
                                scope, id + "-" + layer.get("name").asText())
                        .code(code(layer))
                        .compatibleRuntimes(List.of(runtime))
                        .compatibleArchitectures(List.of(architecture))
                        .build());
            }
        }
        return layers;
    }

    private Code code(JsonNode zip) {
        return Code.fromAsset(folder.resolve(zip.get("path").asText()).toString());
    }
}
