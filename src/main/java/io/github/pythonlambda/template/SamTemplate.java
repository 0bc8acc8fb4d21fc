package io.github.pythonlambda.template;

import io.github.pythonlambda.describe.BuiltPackage;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes a template of the AWS Serverless Application Model: layers, functions, what makes them reachable, and outputs. */
final class SamTemplate {

    private static final List<String> OPEN_TO_ALL =
            List.of("Anybody who has the URL can call the function. Auth would ask who it is.");

    private final Path folder;
    private final LogicalIds ids = new LogicalIds();
    private final Map<Path, String> layerIds = new LinkedHashMap<>();
    private final YamlMapping resources = new YamlMapping();
    private final YamlMapping outputs = new YamlMapping();

    /** @param folder the template's folder, from which its paths count */
    SamTemplate(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Writes the whole template.
     *
     * @param layers layers that are of use without a function; others come with theirs
     */
    String write(List<TemplateFunction> functions, Map<BuiltPackage.Layer, Target> layers) {
        layers.forEach((layer, target) -> outputs.put(
                layer(layer, target) + "Arn", new YamlMapping().put("Value", YamlNode.ref(layer(layer, target)))));
        functions.forEach(this::function);
        YamlMapping root = new YamlMapping()
                .put("AWSTemplateFormatVersion", "2010-09-09")
                .put("Transform", "AWS::Serverless-2016-10-31");
        if (!functions.isEmpty()) {
            root.put("Parameters", parameters());
            root.put(
                    "Globals",
                    new YamlMapping()
                            .put(
                                    "Function",
                                    new YamlMapping()
                                            .put("MemorySize", YamlNode.ref("MemorySize"))
                                            .put("Timeout", YamlNode.ref("Timeout"))));
        }
        root.put("Resources", resources).put("Outputs", outputs);
        return YamlWriter.write(root.node());
    }

    /** What a deployment may want to change without another build. */
    private static YamlMapping parameters() {
        return new YamlMapping()
                .put("MemorySize", number("Memory of each function in MB. Its CPU grows with it.", 512, 128, 10240))
                .put(
                        "Timeout",
                        number("Seconds after which a call is ended. An HTTP API waits 30 at most.", 30, 1, 900));
    }

    private static YamlMapping number(String description, int usual, int least, int most) {
        return new YamlMapping()
                .put("Description", description)
                .put("Type", "Number")
                .put("Default", YamlNode.number(usual))
                .put("MinValue", YamlNode.number(least))
                .put("MaxValue", YamlNode.number(most));
    }

    /** The layer's name in the template. A layer that functions share is in it once. */
    private String layer(BuiltPackage.Layer layer, Target target) {
        return layerIds.computeIfAbsent(layer.zip(), zip -> {
            String id = ids.of(layer.name(), "Layer");
            resources.put(
                    id,
                    new YamlMapping()
                            .put("Type", "AWS::Serverless::LayerVersion")
                            .put(
                                    "Properties",
                                    new YamlMapping()
                                            .put("LayerName", YamlNode.sub("${AWS::StackName}-" + layer.name()))
                                            .put("ContentUri", path(zip))
                                            .put(
                                                    "CompatibleRuntimes",
                                                    YamlNode.texts(Stream.of(
                                                            target.runtime().id())))
                                            .put(
                                                    "CompatibleArchitectures",
                                                    YamlNode.texts(Stream.of(target.architecture()
                                                            .id())))));
            return id;
        });
    }

    private void function(TemplateFunction function) {
        List<YamlNode> layers = new ArrayList<>();
        function.layers().forEach(layer -> layers.add(YamlNode.ref(layer(layer, function.target()))));
        function.app()
                .settings()
                .webAdapter()
                .map(adapter -> adapter.layerArns().get(function.target().architecture()))
                .ifPresent(arn -> layers.add(arn.contains("${") ? YamlNode.sub(arn) : YamlNode.text(arn)));
        String id = ids.of(function.name(), "Function");
        YamlMapping properties = new YamlMapping()
                .put("CodeUri", path(function.app().zip()))
                .put("Handler", function.app().handler().value())
                .put("Runtime", function.target().runtime().id())
                .put(
                        "Architectures",
                        YamlNode.texts(
                                Stream.of(function.target().architecture().id())));
        if (!layers.isEmpty()) {
            properties.put("Layers", new YamlNode.Sequence(layers));
        }
        if (!function.app().environment().isEmpty()) {
            YamlMapping variables = new YamlMapping();
            new TreeMap<>(function.app().environment()).forEach(variables::put);
            properties.put("Environment", new YamlMapping().put("Variables", variables));
        }
        if (function.snapStart()) {
            // A snapshot is one of a version. Without the second line, no new one comes of a new layer alone.
            properties
                    .put("AutoPublishAlias", "live")
                    .put("AutoPublishAliasAllProperties", YamlNode.truth(true))
                    .put("SnapStart", new YamlMapping().put("ApplyOn", "PublishedVersions"));
        }
        reach(function, id, properties);
        resources.put(
                id, new YamlMapping().put("Type", "AWS::Serverless::Function").put("Properties", properties));
    }

    private void reach(TemplateFunction function, String id, YamlMapping properties) {
        switch (function.endpoint()) {
            case HTTP_API -> {
                String api = ids.of(function.name(), "Api");
                resources.put(api, new YamlMapping().put("Type", "AWS::Serverless::HttpApi"));
                properties.put(
                        OPEN_TO_ALL,
                        "Events",
                        new YamlMapping()
                                .put(
                                        "AnyRequest",
                                        new YamlMapping()
                                                .put("Type", "HttpApi")
                                                .put("Properties", new YamlMapping().put("ApiId", YamlNode.ref(api)))));
                output(
                        function,
                        "Url",
                        YamlNode.sub("https://${" + api + "}.execute-api.${AWS::Region}.${AWS::URLSuffix}/"));
            }
            case FUNCTION_URL -> {
                properties.put(
                        OPEN_TO_ALL,
                        "FunctionUrlConfig",
                        new YamlMapping()
                                .put("AuthType", "NONE")
                                .put(
                                        "InvokeMode",
                                        function.app().settings().invokeMode().name()));
                output(function, "Url", YamlNode.getAtt(id + "Url.FunctionUrl"));
            }
            case NONE -> output(function, "Name", YamlNode.ref(id));
        }
    }

    private void output(TemplateFunction function, String kind, YamlNode value) {
        outputs.put(new LogicalIds().of(function.name(), kind), new YamlMapping().put("Value", value));
    }

    /** From the template's folder if there is a way, with {@code /} on every machine. */
    private String path(Path zip) {
        Path absolute = zip.toAbsolutePath().normalize();
        boolean sameRoot = absolute.getRoot().equals(folder.getRoot());
        return (sameRoot ? folder.relativize(absolute) : absolute).toString().replace('\\', '/');
    }
}
