package io.github.pythonlambda.template;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.FunctionSettings;
import io.github.pythonlambda.describe.LayerZip;
import io.github.pythonlambda.describe.Manifest;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.target.WebAdapterChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What builds have left in an output folder. */
final class BuiltFunctions {

    private static final LambdaCatalog CATALOG = LambdaCatalog.load();

    private final Path output;
    private String runtime = "python3.13";
    private List<String> architectures = List.of("arm64");
    private List<String> layers = List.of("layer");
    private WebAdapterChoice choice = WebAdapterChoice.DEFAULT;
    private InvokeMode invokeMode = InvokeMode.BUFFERED;

    BuiltFunctions(Path project) {
        output = project.resolve("target/python-lambda");
    }

    Path output() {
        return output;
    }

    BuiltFunctions runtime(String id) {
        runtime = id;
        return this;
    }

    BuiltFunctions architectures(String... ids) {
        architectures = List.of(ids);
        return this;
    }

    BuiltFunctions layers(String... names) {
        layers = List.of(names);
        return this;
    }

    BuiltFunctions adapter(WebAdapterChoice newChoice) {
        choice = newChoice;
        return this;
    }

    BuiltFunctions streaming() {
        invokeMode = InvokeMode.RESPONSE_STREAM;
        return this;
    }

    /** Writes an app, its layers and their manifest. */
    BuiltFunctions app(String finalName, String handler) throws Exception {
        List<Architecture> targets = new ArrayList<>();
        for (String architecture : architectures) {
            targets.add(CATALOG.architecture(architecture));
        }
        FunctionSettings settings = FunctionSettings.of(Handler.parse(handler), invokeMode, choice, targets);
        Path zip = output.resolve(finalName + ".zip");
        manifest(finalName, Optional.of(new AppZip(settings, zip, zip(zip, "main.py"))));
        return this;
    }

    /** Writes layers and their manifest, without an app. */
    BuiltFunctions layersAlone() throws Exception {
        manifest(AppZip.DEFAULT_NAME, Optional.empty());
        return this;
    }

    private void manifest(String finalName, Optional<AppZip> app) throws Exception {
        List<LayerZip> zips = new ArrayList<>();
        List<Architecture> targets = new ArrayList<>();
        for (String architecture : architectures) {
            Target target = CATALOG.target(runtime, architecture, null);
            targets.add(target.architecture());
            for (String layer : layers) {
                Path zip = output.resolve(layer + "-" + architecture + ".zip");
                WrittenZip written = zip(zip, "python/" + layer + ".py");
                zips.add(new LayerZip(layer, target, zip, written, Sha256.of(new byte[0]), List.of()));
            }
        }
        new Manifest(
                        CATALOG.target(runtime, architectures.get(0), null).runtime(),
                        targets,
                        Optional.empty(),
                        app,
                        zips,
                        List.of())
                .write(output.resolve(Manifest.fileName(finalName)), output);
    }

    private static WrittenZip zip(Path file, String path) throws Exception {
        Files.createDirectories(file.getParent());
        byte[] content = ("name = '" + file.getFileName() + "'\n").getBytes(StandardCharsets.UTF_8);
        return new ReproducibleZip(LocalDateTime.of(2026, 11, 25, 8, 0))
                .write(List.of(new ArchiveEntry(path, false, new ArchiveEntry.Content.Generated(content))), file);
    }

    /** A request for a template beside the zips. */
    TemplateRequest request() {
        return new TemplateRequest(output, output.resolve("template.yaml"), Optional.empty(), Optional.empty(), false);
    }

    TemplateRequest request(Endpoint endpoint) {
        return new TemplateRequest(
                output, output.resolve("template.yaml"), Optional.empty(), Optional.of(endpoint), false);
    }

    TemplateRequest requestWithSnapStart() {
        return new TemplateRequest(output, output.resolve("template.yaml"), Optional.empty(), Optional.empty(), true);
    }

    TemplateRequest request(Path file, String architecture) throws Exception {
        return new TemplateRequest(
                output, file, Optional.of(CATALOG.architecture(architecture)), Optional.empty(), false);
    }

    /** Writes the template and gives back its text. */
    static String write(TemplateRequest request) throws Exception {
        new TemplateStep(CATALOG).run(request);
        return Files.readString(request.templateFile());
    }
}
