package io.github.pythonlambda.python;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which Python runs: the one that the user names; else the embedded one; else, where no embedded one can start,
 * the first usable one on the PATH.
 */
public final class InterpreterFinder {

    private static final List<String> ON_PATH = List.of("python3", "python");
    private static final int OLDEST_MINOR = 8;
    private static final Pattern ANSWER = Pattern.compile("python-lambda 3\\.([0-9]+)\\.([0-9]+) (\\S+)");

    private final HostSource hosts;
    private final CpythonCache cache;
    private final JarSource jars;
    private final CommandRunner runner;
    private final String neededModule;
    private final Consumer<String> log;
    private @Nullable HostPlatform host;

    /**
     * @param neededModule a module that an interpreter of the user's must be able to import
     * @param log is told a sentence when the choice is not the usual one
     */
    public InterpreterFinder(
            HostSource hosts,
            CpythonCache cache,
            JarSource jars,
            CommandRunner runner,
            String neededModule,
            Consumer<String> log) {
        this.hosts = hosts;
        this.cache = cache;
        this.jars = jars;
        this.runner = runner;
        this.neededModule = neededModule;
        this.log = log;
    }

    /**
     * Finds the interpreter.
     *
     * @param configured a path or a command name; {@code null} for the embedded interpreter
     * @throws ProblemException if the configured one is not usable, or there is none at all
     * @throws IOException if the embedded one cannot be unpacked
     */
    public Interpreter find(@Nullable String configured) throws ProblemException, IOException {
        if (configured != null && !configured.isBlank()) {
            return configured(configured.strip());
        }
        Optional<CpythonRelease> release = EmbeddedCpython.forHost(host());
        if (release.isPresent()) {
            return embedded(release.get(), cache.executable(release.get(), jars));
        }
        return onPath(host());
    }

    /**
     * The interpreter, if it is the embedded one and can be started at once.
     *
     * @param configured as for {@link #find}
     */
    public Optional<Interpreter> findUnpacked(@Nullable String configured) throws IOException {
        return configured == null || configured.isBlank()
                ? EmbeddedCpython.forHost(host())
                        .flatMap(release -> cache.find(release).map(executable -> embedded(release, executable)))
                : Optional.empty();
    }

    /** To find out what this machine is takes reading its C library. */
    private HostPlatform host() throws IOException {
        HostPlatform found = host;
        if (found == null) {
            found = hosts.host();
            host = found;
        }
        return found;
    }

    private static Interpreter embedded(CpythonRelease release, Path executable) {
        return new Interpreter(executable.toString(), release.python(), "embedded, " + release, true);
    }

    /**
     * Tells one interpreter from another, without getting the embedded one.
     *
     * @param configured as for {@link #find}
     */
    public String identify(@Nullable String configured) throws ProblemException, IOException {
        if (configured == null || configured.isBlank()) {
            Optional<CpythonRelease> release = EmbeddedCpython.forHost(host());
            if (release.isPresent()) {
                return release.get().toString();
            }
        }
        return find(configured).toString();
    }

    private Interpreter configured(String command) throws ProblemException {
        Probe probe = probe(command);
        if (probe.version() == null) {
            throw new ProblemException(Problem.of("the interpreter that <python> names cannot be used")
                    .expected("CPython 3." + OLDEST_MINOR + " or newer that can import " + neededModule)
                    .found(command + ": " + probe.fault())
                    .remedy("correct <python> or -Dpython-lambda.python, or leave it out: the embedded interpreter"
                            + " needs nothing on this machine"));
        }
        return new Interpreter(
                command, probe.version(), command + " with " + probe.module() + ", from <python>", false);
    }

    private Interpreter onPath(HostPlatform host) throws ProblemException {
        List<String> faults = new ArrayList<>();
        for (String command : ON_PATH) {
            Probe probe = probe(command);
            if (probe.version() != null) {
                log.accept("No embedded CPython starts on this host (" + host + "); using " + command + " "
                        + probe.version() + " from the PATH");
                return new Interpreter(
                        command, probe.version(), command + " with " + probe.module() + ", from the PATH", false);
            }
            faults.add(command + ": " + probe.fault());
        }
        throw new ProblemException(Problem.of("there is no Python to run " + neededModule + " with")
                .expected("a host with an embedded CPython (Linux with glibc 2.30 or newer, macOS, Windows x86_64), or"
                        + " CPython 3." + OLDEST_MINOR + " or newer with " + neededModule + " on the PATH")
                .found(host + System.lineSeparator() + String.join(System.lineSeparator(), faults))
                .remedy("install Python 3 with " + neededModule
                        + ", or name one by <python> or -Dpython-lambda.python"));
    }

    /** What a try showed: the versions of Python and of the needed module, or why it cannot be used. */
    private record Probe(@Nullable String version, String module, String fault) {}

    private Probe probe(String command) {
        String program = "import sys, " + neededModule
                + "; assert sys.implementation.name == 'cpython', 'not CPython'"
                + "; print('python-lambda %d.%d.%d' % sys.version_info[:3], " + neededModule + ".__version__)";
        CommandRunner.Result result;
        try {
            result = runner.run(
                    new CommandRunner.Command(
                            List.of(command, "-I", "-c", program), Path.of("").toAbsolutePath(), Map.of(), List.of()),
                    line -> {});
        } catch (IOException e) {
            return new Probe(null, "", e.getMessage());
        }
        for (String line : result.output()) {
            Matcher answer = ANSWER.matcher(line.strip());
            if (answer.matches()) {
                String version = line.strip().split(" ")[1];
                return Integer.parseInt(answer.group(1)) < OLDEST_MINOR
                        ? new Probe(null, "", "is Python " + version)
                        : new Probe(version, neededModule + " " + answer.group(3), "");
            }
        }
        List<String> output = result.output();
        return new Probe(
                null, "", output.isEmpty() ? "exit status " + result.exitCode() : output.get(output.size() - 1));
    }
}
