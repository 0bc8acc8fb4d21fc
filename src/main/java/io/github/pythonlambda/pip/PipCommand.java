package io.github.pythonlambda.pip;

import io.github.pythonlambda.json.JsonWriter;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What pip is asked.
 *
 * @param store where wheels are kept
 * @param work a folder for what belongs to one run
 * @param fetching how much of a wheel pip fetches
 * @param withDependencies whether what is asked for brings in what it depends on
 * @param known what is known of the index from before
 */
record PipCommand(
        WheelStore store,
        Path work,
        PipResolver.Fetching fetching,
        boolean withDependencies,
        Optional<KnownWheels> known) {

    /** Where pip writes its report. */
    Path report() {
        return work.resolve("report.json");
    }

    /** Where our program writes the rest. */
    Path result() {
        return work.resolve("result.json");
    }

    private Path built() {
        return BuiltWheels.beside(store).folder();
    }

    /**
     * What to tell the process, which has not been told anything yet: one line of JSON.
     *
     * @param arguments as {@link #arguments} has made them
     * @param variables of the environment, on top of those that are set
     */
    String order(ResolveRequest request, List<String> arguments, Map<String, String> variables) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("arguments", arguments);
        order.put("variables", variables);
        order.put("specification", specification(request, layerArguments(request.layers())));
        return JsonWriter.line(order) + "\n";
    }

    /** pip's arguments, with the files that they name. */
    List<String> arguments(ResolveRequest request) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "install",
                "--dry-run",
                "--ignore-installed",
                "--report",
                report().toString(),
                "--python-version",
                request.target().pythonFullVersion(),
                "--only-binary=:all:",
                "--target", // pip before 23.3 asks for one, and writes nothing to it
                work.resolve("unused").toString(),
                "--no-input",
                "--disable-pip-version-check",
                "--no-color",
                "--progress-bar",
                "off"));
        if (!withDependencies) {
            command.add("--no-deps");
        }
        if (!request.options().sdists().refusesAll()) {
            // An older release that has a wheel rather than a newer one to be built.
            command.add("--prefer-binary");
        }
        if (!request.constraints().isEmpty()) {
            command.add("--constraint");
            command.add(Files.write(work.resolve("constraints.txt"), request.constraints())
                    .toString());
        }
        request.options().wheelhouse().ifPresent(folder -> {
            command.add("--find-links");
            command.add(folder.toString());
        });
        if (request.options().offline()) {
            command.add("--no-index");
            command.add("--find-links");
            command.add(StoreIndex.write(store, built(), work).toString());
        }
        layerArguments(request.layers()).keySet().forEach(argument -> {
            if (!argument.startsWith("file:")) {
                command.add("--requirement");
            }
            command.add(argument);
        });
        return command;
    }

    /** What pip is asked for, each with the layers that ask: requirements files as paths, wheels as file URLs. */
    private static Map<String, List<String>> layerArguments(List<LayerSource> layers) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        Map<Object, String> wheels = new LinkedHashMap<>();
        for (LayerSource layer : layers) {
            layer.requirementsFile()
                    .ifPresent(file -> add(arguments, file.toAbsolutePath().toString(), layer.name()));
            for (LocalWheel wheel : layer.wheels()) {
                // The same file in two folders would be two requirements that contradict each other.
                Object identity = List.of(wheel.name().text(), wheel.digest());
                // With its hash, which pip asks for as soon as any requirement has one.
                String url = wheels.computeIfAbsent(
                        identity, key -> wheel.path().toAbsolutePath().toUri() + "#sha256=" + wheel.digest());
                add(arguments, url, layer.name());
            }
        }
        return arguments;
    }

    private static void add(Map<String, List<String>> arguments, String argument, String layer) {
        arguments.computeIfAbsent(argument, key -> new ArrayList<>()).add(layer);
    }

    private static Map<String, String> pins(ResolveRequest request) {
        return request.pins().entrySet().stream()
                .collect(Collectors.toMap(
                        pin -> pin.getKey().canonical(), pin -> pin.getValue().toString()));
    }

    private Map<String, Object> specification(ResolveRequest request, Map<String, List<String>> layers) {
        String version = request.target().pythonFullVersion();
        SdistPolicy sdists = request.options().sdists();
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("environment", request.target().markerEnvironment());
        specification.put(
                "python_version",
                Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList());
        specification.put(
                "tags", request.target().tags().stream().map(Object::toString).toList());
        specification.put("store", store.root().toString());
        specification.put("built", built().toString());
        specification.put("whole_wheels", fetching == PipResolver.Fetching.WHEELS);
        specification.put("offline", request.options().offline());
        specification.put(
                "sdists",
                Map.of(
                        "all",
                        sdists.all(),
                        "projects",
                        sdists.projects().stream().map(ProjectName::canonical).toList()));
        specification.put(
                "runtimes",
                LambdaCatalog.load().runtimes().stream()
                        .collect(Collectors.toMap(LambdaRuntime::id, LambdaRuntime::pythonFullVersion)));
        specification.put(
                "known",
                known.map(wheels -> Map.of(
                                "file",
                                wheels.file().toString(),
                                "not_before",
                                wheels.notBefore().toEpochMilli() / 1000.0))
                        .orElse(null));
        specification.put(
                "explain",
                request.options().explain().map(ProjectName::canonical).orElse(null));
        specification.put("pins", pins(request));
        specification.put("layers", layers);
        specification.put("result", result().toString());
        return specification;
    }
}
