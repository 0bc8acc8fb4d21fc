package io.github.pythonlambda.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a CDK app writes when it is synthesised.
 *
 * @param folder where it is
 * @param template the template of its stack
 */
public record CloudAssembly(Path folder, JsonNode template) {

    /** Reads the one of a stack. */
    public static CloudAssembly read(Path folder, String stack) throws IOException {
        return new CloudAssembly(
                folder,
                new ObjectMapper()
                        .readTree(folder.resolve(stack + ".template.json").toFile()));
    }

    /** The properties of all resources of a type. */
    public List<JsonNode> resources(String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : template.get("Resources")) {
            if (resource.get("Type").asText().equals(type)) {
                found.add(resource.get("Properties"));
            }
        }
        return found;
    }

    /**
     * The S3 keys, which are made of the assets' hashes, under which zips of a folder will be uploaded: by the zips' names.
     * An asset that is none of these zips, byte for byte, is left out, and so is a zip that no function or layer has.
     */
    public Map<String, String> keysOfZips(Path zips) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        List<JsonNode> codes = new ArrayList<>();
        resources("AWS::Lambda::Function").forEach(function -> codes.add(function.get("Code")));
        resources("AWS::Lambda::LayerVersion").forEach(layer -> codes.add(layer.get("Content")));
        try (var files = Files.newDirectoryStream(zips, "*.zip")) {
            for (Path zip : files) {
                for (JsonNode code : codes) {
                    String key = code.get("S3Key").asText();
                    if (Files.mismatch(zip, folder.resolve("asset." + key)) == -1) {
                        keys.put(zip.getFileName().toString(), key);
                    }
                }
            }
        }
        return keys;
    }
}
