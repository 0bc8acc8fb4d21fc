package io.github.pythonlambda.describe;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.json.JsonWriter;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.WebAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code manifest.json}, or {@code <finalName>-manifest.json}: what was built, for stacks and scripts to read. It is a function of what was built: no absolute
 * path, no time, no credentials, nothing of the machine.
 *
 * @param runtime what everything is for
 * @param architectures what layers were built for
 * @param bytecode the version of the CPython that compiled the modules in the zips, if they are compiled
 * @param app the app, if one was built
 * @param layers by name, then architecture
 * @param findings what the checks found, in the order in which it is told
 */
public record Manifest(
        LambdaRuntime runtime,
        List<Architecture> architectures,
        Optional<String> bytecode,
        Optional<AppZip> app,
        List<LayerZip> layers,
        List<Finding> findings) {

    /** To be raised when a reader of an older form would misread a newer one. */
    public static final int SCHEMA_VERSION = 1;

    private static final String FILE_NAME = "manifest.json";

    public Manifest {
        architectures = List.copyOf(architectures);
        layers = List.copyOf(layers);
        findings = List.copyOf(findings);
    }

    /**
     * The name of a manifest's file. An app zip with a name of its own has a manifest of its own, so that several functions
     * can share an output folder.
     *
     * @param finalName the app zip's name without its ending
     */
    public static String fileName(String finalName) {
        return DescriptionName.of(finalName, FILE_NAME);
    }

    /** Whether a file is a manifest by its name. */
    static boolean isFileName(String fileName) {
        return DescriptionName.is(fileName, FILE_NAME);
    }

    /** Writes the manifest. Paths in it count from the folder where it will be. */
    public void write(Path file, Path folder) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runtime", runtime.id());
        root.put("architectures", ids(architectures));
        bytecode.ifPresent(python -> root.put("bytecode", python));
        app.ifPresent(zip -> root.put("app", appNode(zip, folder)));
        root.put(
                "layers", layers.stream().map(layer -> layerNode(layer, folder)).toList());
        root.put("findings", findings.stream().map(FindingNode::brief).toList());
        Files.writeString(file, JsonWriter.indented(root));
    }

    private Map<String, Object> appNode(AppZip zip, Path folder) {
        Map<String, Object> node = new LinkedHashMap<>(zipNode(zip.path(), zip.zip(), folder, architectures));
        FunctionSettings function = zip.function();
        node.put("kind", function.handler() instanceof Handler.Program ? "web-adapter" : "handler");
        node.put("handler", function.handler().value());
        node.put("invokeMode", function.invokeMode().name());
        node.put("environment", function.environment(runtime));
        function.webAdapter().ifPresent(adapter -> node.put("webAdapter", webAdapterNode(adapter)));
        return node;
    }

    private Map<String, Object> webAdapterNode(WebAdapter adapter) {
        Map<String, Object> node = new LinkedHashMap<>();
        adapter.version().ifPresent(version -> node.put("version", version));
        Map<String, Object> arns = new LinkedHashMap<>();
        for (Architecture architecture : architectures) {
            arns.put(architecture.id(), adapter.layerArns().get(architecture));
        }
        node.put("layerArns", arns);
        return node;
    }

    private Map<String, Object> layerNode(LayerZip layer, Path folder) {
        Architecture architecture = layer.target().architecture();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", layer.name());
        node.put("architecture", architecture.id());
        node.putAll(zipNode(layer.path(), layer.zip(), folder, List.of(architecture)));
        node.put("inputs", layer.inputs().hex());
        node.put(
                "packages", layer.packages().stream().map(Manifest::packageNode).toList());
        return node;
    }

    private static Map<String, Object> packageNode(PackedWheel wheel) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", wheel.file().name().canonical());
        node.put("version", wheel.file().version().toString());
        node.put("wheel", wheel.file().text());
        node.put("sha256", wheel.sha256().hex());
        node.put("tag", wheel.tag().toString());
        node.put("size", wheel.unzippedBytes());
        wheel.heldBack().ifPresent(held -> node.put("heldBack", heldBackNode(held)));
        return node;
    }

    private static Map<String, Object> heldBackNode(HeldBack held) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("version", held.newer().toString());
        node.put("reason", held.reason());
        held.runtime().ifPresent(other -> node.put("runtime", other));
        return node;
    }

    private Map<String, Object> zipNode(Path path, WrittenZip zip, Path folder, Collection<Architecture> compatible) {
        Map<String, Object> node = new LinkedHashMap<>();
        String relative =
                folder.toAbsolutePath().relativize(path.toAbsolutePath()).toString();
        node.put("path", relative.replace('\\', '/'));
        node.put("sha256", zip.sha256().hex());
        node.put("codeSha256", zip.sha256().base64());
        node.put("zippedBytes", zip.zippedBytes());
        node.put("unzippedBytes", zip.unzippedBytes());
        node.put("compatibleRuntimes", List.of(runtime.id()));
        node.put("compatibleArchitectures", ids(compatible));
        return node;
    }

    private static List<String> ids(Collection<Architecture> architectures) {
        return architectures.stream().map(Architecture::id).toList();
    }
}
