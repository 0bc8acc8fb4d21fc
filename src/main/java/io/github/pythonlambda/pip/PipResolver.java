package io.github.pythonlambda.pip;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.ScratchFolder;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.store.FetchListener;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves with pip, which is told to act as if it ran on the target. */
public final class PipResolver {

    private static final int CANNOT_ACT_AS_TARGET = 97;
    private static final Pattern FETCHED = Pattern.compile("@fetched ([0-9]+) (.+)");
    private static final String WARNING = "WARNING: ";

    /** A library path of the user's may hold another libpython than the embedded interpreter's. */
    private static final List<String> LIBRARY_PATHS = List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

    /** Is told what a user may want to know while pip runs. */
    public interface Listener extends FetchListener {

        /** Something that the user should know although the resolution succeeded. */
        void warning(String text);

        /** A line for those who look closely. */
        void detail(String text);
    }

    private final Interpreter interpreter;
    private final CommandRunner runner;
    private final WheelStore store;
    private final Listener listener;

    public PipResolver(Interpreter interpreter, CommandRunner runner, WheelStore store, Listener listener) {
        this.interpreter = interpreter;
        this.runner = runner;
        this.store = store;
        this.listener = listener;
    }

    /** How much of a wheel pip fetches. */
    public enum Fetching {
        /** Only metadata where the index serves them apart; the wheels have to be fetched afterwards. */
        METADATA,
        /** Each wheel whole, with pip's own ways to log in. */
        WHEELS
    }

    /**
     * Resolves all layers together.
     *
     * @param request what is wanted
     * @param fetching {@link Fetching#WHEELS} leaves every chosen wheel in the store
     * @return the chosen wheels; those that pip had to download to look at are in the store already
     * @throws ProblemException if there is no solution, or pip cannot be used
     * @throws IOException if pip cannot be started, or files cannot be written
     */
    public Resolution resolve(ResolveRequest request, Fetching fetching) throws ProblemException, IOException {
        try (ScratchFolder work = ScratchFolder.in(store.root().resolveSibling("work"), "pip-")) {
            Map<String, List<String>> arguments = layerArguments(request.layers());
            Path specification = work.path().resolve("specification.json");
            Path result = work.path().resolve("result.json");
            Path report = work.path().resolve("report.json");
            new ObjectMapper().writeValue(specification.toFile(), specification(request, fetching, arguments, result));
            List<String> command = command(request, work.path(), specification, report);
            arguments.keySet().forEach(argument -> {
                if (!argument.startsWith("file:")) {
                    command.add("--requirement");
                }
                command.add(argument);
            });
            listener.detail("Running " + String.join(" ", command));
            CommandRunner.Result run = runner.run(
                    new CommandRunner.Command(
                            command,
                            request.directory(),
                            temporaryFolder(work.path()),
                            interpreter.embedded() ? LIBRARY_PATHS : List.of()),
                    this::hear);
            List<String> output = run.output().stream().map(Credentials::hide).toList();
            PipRecord record = PipRecord.read(result);
            if (run.exitCode() == CANNOT_ACT_AS_TARGET) {
                throw new ProblemException(cannotActAsTarget(output));
            }
            if (run.exitCode() != 0 || !record.refused().isEmpty()) {
                throw new ProblemException(new PipFailure(request, record, output).explain());
            }
            warn(output, record);
            return partition(request, PipReport.read(report), record);
        }
    }

    private Resolution partition(ResolveRequest request, List<ResolvedWheel> wheels, PipRecord record)
            throws ProblemException {
        Resolution resolution = Resolution.partition(
                wheels,
                request.layers().stream().map(LayerSource::name).toList(),
                record.roots(),
                new DependencyGraph(record.graph()),
                List.of());
        if (resolution.all().size() != wheels.size()) {
            throw new ProblemException(Problem.of("pip chose packages that no layer was seen to ask for")
                    .found(resolution.all().size() + " of " + wheels.size() + " packages have a layer, with pip "
                            + record.pipVersion())
                    .remedy("leave out <python> and -Dpython-lambda.python to use the embedded interpreter"));
        }
        return resolution;
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

    private Map<String, Object> specification(
            ResolveRequest request, Fetching fetching, Map<String, List<String>> layers, Path result) {
        String version = request.target().pythonFullVersion();
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("environment", request.target().markerEnvironment());
        specification.put(
                "python_version",
                Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList());
        specification.put(
                "tags", request.target().tags().stream().map(Object::toString).toList());
        specification.put("store", store.root().toString());
        specification.put("whole_wheels", fetching == Fetching.WHEELS);
        specification.put("offline", request.options().offline());
        specification.put("layers", layers);
        specification.put("result", result.toString());
        return specification;
    }

    private List<String> command(ResolveRequest request, Path work, Path specification, Path report)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                interpreter.executable(),
                "-I", // no PYTHON* variables, no user site
                "-u", // so that pip's two streams keep their order
                "-X",
                "utf8",
                PipProgram.unpack(work).toString(),
                specification.toString(),
                "install",
                "--dry-run",
                "--ignore-installed",
                "--report",
                report.toString(),
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
        if (request.options().offline()) {
            command.add("--no-index");
            command.add("--find-links");
            command.add(StoreIndex.write(store, work).toString());
        }
        return command;
    }

    /** Beside the store, so that pip's downloads become the store's files by a hard link. */
    private static Map<String, String> temporaryFolder(Path work) throws IOException {
        String folder = Files.createDirectory(work.resolve("tmp")).toString();
        return Map.of("TMPDIR", folder, "TEMP", folder, "TMP", folder);
    }

    private void hear(String line) {
        Matcher fetched = FETCHED.matcher(line);
        if (fetched.matches()) {
            listener.fetched(fetched.group(2), Long.parseLong(fetched.group(1)));
        } else {
            listener.detail("pip: " + Credentials.hide(line));
        }
    }

    private void warn(List<String> output, PipRecord record) {
        output.stream()
                .filter(line -> line.startsWith(WARNING))
                .map(line -> "pip: " + line.substring(WARNING.length()))
                .distinct()
                .forEach(listener::warning);
        record.indexFailures().stream()
                .map(failure -> "pip could not read " + failure.url() + " and went on without it: " + failure.reason())
                .distinct()
                .forEach(listener::warning);
        if (!record.ignoredSettings().isEmpty()) {
            listener.detail("Left out of pip's settings, since they would change the target: "
                    + String.join(", ", record.ignoredSettings()));
        }
    }

    private Problem cannotActAsTarget(List<String> output) {
        @Nullable String last = output.isEmpty() ? null : output.get(output.size() - 1);
        return Problem.of("the pip of " + interpreter.executable() + " cannot be used to resolve for AWS Lambda")
                .expected("pip 23.0 or newer")
                .found(last == null ? "no message" : last)
                .remedy("leave out <python> and -Dpython-lambda.python to use the embedded interpreter, or name one"
                        + " with another pip");
    }
}
