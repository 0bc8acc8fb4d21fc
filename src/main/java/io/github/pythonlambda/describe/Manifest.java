package io.github.pythonlambda.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.WebAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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
        ObjectNode root = JsonFile.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runtime", runtime.id());
        addAll(root.putArray("architectures"), architectures);
        bytecode.ifPresent(python -> root.put("bytecode", python));
        app.ifPresent(zip -> addApp(root.putObject("app"), zip, folder));
        ArrayNode layerNodes = root.putArray("layers");
        layers.forEach(layer -> addLayer(layerNodes.addObject(), layer, folder));
        ArrayNode findingNodes = root.putArray("findings");
        findings.forEach(finding -> FindingNode.fillShort(findingNodes.addObject(), finding));
        JsonFile.write(root, file);
    }

    private void addApp(ObjectNode node, AppZip zip, Path folder) {
        addZip(node, zip.path(), zip.zip(), folder, architectures);
        FunctionSettings function = zip.function();
        node.put("kind", function.handler() instanceof Handler.Program ? "web-adapter" : "handler");
        node.put("handler", function.handler().value());
        node.put("invokeMode", function.invokeMode().name());
        ObjectNode environment = node.putObject("environment");
        function.environment(runtime).forEach(environment::put);
        function.webAdapter().ifPresent(adapter -> addWebAdapter(node.putObject("webAdapter"), adapter));
    }

    private void addWebAdapter(ObjectNode node, WebAdapter adapter) {
        adapter.version().ifPresent(version -> node.put("version", version));
        ObjectNode arns = node.putObject("layerArns");
        for (Architecture architecture : architectures) {
            arns.put(architecture.id(), adapter.layerArns().get(architecture));
        }
    }

    private void addLayer(ObjectNode node, LayerZip layer, Path folder) {
        node.put("name", layer.name());
        node.put("architecture", layer.target().architecture().id());
        addZip(node, layer.path(), layer.zip(), folder, List.of(layer.target().architecture()));
        node.put("inputs", layer.inputs().hex());
        ArrayNode packages = node.putArray("packages");
        for (PackedWheel wheel : layer.packages()) {
            ObjectNode item = packages.addObject()
                    .put("name", wheel.file().name().canonical())
                    .put("version", wheel.file().version().toString())
                    .put("wheel", wheel.file().text())
                    .put("sha256", wheel.sha256().hex())
                    .put("tag", wheel.tag().toString())
                    .put("size", wheel.unzippedBytes());
            wheel.heldBack().ifPresent(held -> addHeldBack(item.putObject("heldBack"), held));
        }
    }

    private static void addHeldBack(ObjectNode node, HeldBack held) {
        node.put("version", held.newer().toString()).put("reason", held.reason());
        held.runtime().ifPresent(other -> node.put("runtime", other));
    }

    private void addZip(ObjectNode node, Path path, WrittenZip zip, Path folder, Collection<Architecture> compatible) {
        String relative =
                folder.toAbsolutePath().relativize(path.toAbsolutePath()).toString();
        node.put("path", relative.replace('\\', '/'));
        node.put("sha256", zip.sha256().hex());
        node.put("codeSha256", zip.sha256().base64());
        node.put("zippedBytes", zip.zippedBytes());
        node.put("unzippedBytes", zip.unzippedBytes());
        node.putArray("compatibleRuntimes").add(runtime.id());
        addAll(node.putArray("compatibleArchitectures"), compatible);
    }

    private static void addAll(ArrayNode node, Collection<Architecture> architectures) {
        architectures.forEach(architecture -> node.add(architecture.id()));
    }
}
