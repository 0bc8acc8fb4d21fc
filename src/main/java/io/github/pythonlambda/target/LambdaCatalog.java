package io.github.pythonlambda.target;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resource.JarResource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runtimes and limits of AWS Lambda, as of the day that the data file names. */
public final class LambdaCatalog {

    private static final Pattern FULL_VERSION = Pattern.compile("3\\.[0-9]{1,3}\\.[0-9]{1,3}");

    private final LocalDate asOf;
    private final List<LambdaRuntime> runtimes;
    private final Limits limits;

    private LambdaCatalog(LocalDate asOf, List<LambdaRuntime> runtimes, Limits limits) {
        this.asOf = asOf;
        this.runtimes = List.copyOf(runtimes);
        this.limits = limits;
    }

    /** Reads the data file in the jar. */
    public static LambdaCatalog load() {
        JsonValue root = new JarResource(LambdaCatalog.class, "lambda-runtimes.json").json();
        List<LambdaRuntime> runtimes = root.get("runtimes").items().stream()
                .map(runtime -> runtime(runtime, root.get("operatingSystems")))
                .toList();
        JsonValue limits = root.get("limits");
        return new LambdaCatalog(
                LocalDate.parse(root.get("asOf").text()),
                runtimes,
                new Limits(
                        limits.get("layersPerFunction").intValue(),
                        limits.get("unzippedBytes").longValue(),
                        limits.get("directUploadBytes").longValue()));
    }

    private static LambdaRuntime runtime(JsonValue node, JsonValue operatingSystems) {
        JsonValue system = operatingSystems.get(node.get("operatingSystem").text());
        Set<Architecture> architectures = new LinkedHashSet<>();
        node.get("architectures")
                .texts()
                .forEach(name -> architectures.add(Architecture.find(name).orElseThrow()));
        return new LambdaRuntime(
                node.get("id").text(),
                new OperatingSystem(
                        system.get("name").text(),
                        GlibcVersion.parse(system.get("glibc").text())),
                architectures,
                node.get("pythonFullVersion").text(),
                node.get("status").text().equals("preview"),
                node.get("snapStart").booleanValue(),
                date(node.get("deprecation")),
                date(node.get("blockUpdate")),
                node.get("sdkDirectory").text());
    }

    private static @Nullable LocalDate date(JsonValue date) {
        return date.isAbsent() ? null : LocalDate.parse(date.text());
    }

    /** The day that the data are of. */
    public LocalDate asOf() {
        return asOf;
    }

    /** All runtimes, oldest first. */
    public List<LambdaRuntime> runtimes() {
        return runtimes;
    }

    public Limits limits() {
        return limits;
    }

    /**
     * Finds a target by the names that the user gave. There are no defaults: building silently for the wrong machine is
     * the classic failure.
     *
     * @param runtime such as {@code python3.13}
     * @param architecture {@code arm64} or {@code x86_64}, also {@code aarch64} or {@code amd64}
     * @param pythonFullVersion replaces the catalog's full version; {@code null} keeps it
     * @throws ProblemException if a name is missing or unknown; it lists the choices
     */
    public Target target(@Nullable String runtime, @Nullable String architecture, @Nullable String pythonFullVersion)
            throws ProblemException {
        if (isBlank(runtime) && isBlank(architecture)) {
            throw new ProblemException(List.of(runtimeNotSet(), architectureNotSet()));
        }
        LambdaRuntime found = runtime(runtime);
        return new Target(found, architecture(architecture), fullVersion(found, pythonFullVersion));
    }

    private static String fullVersion(LambdaRuntime runtime, @Nullable String override) throws ProblemException {
        if (override == null) {
            return runtime.pythonFullVersion();
        }
        String version = override.strip();
        if (!FULL_VERSION.matcher(version).matches() || !version.startsWith(runtime.pythonVersion() + ".")) {
            throw new ProblemException(Problem.of("pythonFullVersion does not belong to the runtime " + runtime)
                    .expected(runtime.pythonVersion() + ".N, such as " + runtime.pythonFullVersion())
                    .found(version)
                    .remedy("correct <pythonFullVersion> or -Dpython-lambda.pythonFullVersion, or leave it out"));
        }
        return version;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private LambdaRuntime runtime(@Nullable String name) throws ProblemException {
        if (name == null || name.isBlank()) {
            throw new ProblemException(runtimeNotSet());
        }
        return runtimes.stream()
                .filter(runtime -> runtime.id().equals(name.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(Problem.of("AWS Lambda has no runtime '" + name + "' for Python")
                                .expected("one of " + runtimeNames())
                                .found(name)
                                .remedy("correct <runtime> or -Dpython-lambda.runtime")));
    }

    private Problem runtimeNotSet() {
        return Problem.of("the function's runtime is not set")
                .expected("one of " + runtimeNames())
                .remedy("set <runtime>python3.13</runtime> in the plugin's <configuration>, or"
                        + " -Dpython-lambda.runtime=python3.13");
    }

    private String runtimeNames() {
        return runtimes.stream().map(LambdaRuntime::id).collect(Collectors.joining(", "));
    }

    /**
     * Finds an architecture by the name that the user gave.
     *
     * @throws ProblemException if it is missing or unknown; it lists the choices
     */
    public Architecture architecture(@Nullable String name) throws ProblemException {
        if (name == null || name.isBlank()) {
            throw new ProblemException(architectureNotSet());
        }
        return Architecture.find(name)
                .orElseThrow(() -> new ProblemException(Problem.of("AWS Lambda has no architecture '" + name + "'")
                        .expected("one of " + architectureNames())
                        .found(name)
                        .remedy("correct <architecture> or -Dpython-lambda.architecture")));
    }

    private static Problem architectureNotSet() {
        return Problem.of("the function's architecture is not set")
                .expected("one of " + architectureNames())
                .remedy("set <architecture>arm64</architecture> in the plugin's <configuration>, or"
                        + " -Dpython-lambda.architecture=arm64; <architectures> takes several");
    }

    private static String architectureNames() {
        return Arrays.stream(Architecture.values()).map(Architecture::id).collect(Collectors.joining(", "));
    }
}
