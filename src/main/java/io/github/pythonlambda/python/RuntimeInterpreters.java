package io.github.pythonlambda.python;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a CPython of a runtime's own minor version: the one that the user names for this; else the one that the user names
 * for pip, if it has that version; else the embedded one; else one on the PATH.
 */
public final class RuntimeInterpreters {

    /** A virtual environment's interpreter is asked for the one that it was made from. */
    private static final String PROGRAM =
            "import sys; print('python-lambda %s %d.%d.%d %s' % (sys.implementation.name, *sys.version_info[:3],"
                    + " getattr(sys, '_base_executable', None) or sys.executable))";

    private static final Pattern ANSWER = Pattern.compile("python-lambda (\\S+) (3\\.[0-9]+)\\.([0-9]+) (.+)");

    /** What an interpreter is wanted for, in words, and the parameter that names one. */
    public enum Purpose {
        VERIFY("to verify with", "verifyPython"),
        COMPILE("to compile bytecode with", "python");

        private final String words;
        private final String parameter;

        Purpose(String words, String parameter) {
            this.words = words;
            this.parameter = parameter;
        }
    }

    private final HostPlatform host;
    private final CpythonCache cache;
    private final JarSource jars;
    private final CommandRunner runner;

    public RuntimeInterpreters(HostPlatform host, CpythonCache cache, JarSource jars, CommandRunner runner) {
        this.host = host;
        this.cache = cache;
        this.jars = jars;
        this.runner = runner;
    }

    /**
     * Finds the interpreter.
     *
     * @param minor the minor version of Python 3, such as 13
     * @param named the interpreter that has to be taken, a path or a command; {@code null} for none
     * @param other an interpreter that may be taken if it has the version
     * @throws ProblemException if the named one has another version, or there is none
     */
    public Interpreter find(int minor, @Nullable String named, @Nullable String other)
            throws ProblemException, IOException {
        return isSet(named) ? named(minor, named.strip()) : find(Purpose.VERIFY, minor, other);
    }

    /**
     * Finds an interpreter when none has to be taken.
     *
     * @param purpose what it is for
     * @param minor the minor version of Python 3, such as 13
     * @param other an interpreter that may be taken if it has the version; {@code null} for none
     * @throws ProblemException if there is none of that version
     */
    public Interpreter find(Purpose purpose, int minor, @Nullable String other) throws ProblemException, IOException {
        List<String> faults = new ArrayList<>();
        if (isSet(other)) {
            Optional<Interpreter> found = probe(minor, other.strip(), "from <python>", faults);
            if (found.isPresent()) {
                return found.get();
            }
        }
        Optional<CpythonRelease> release = EmbeddedCpython.forHost(host, minor);
        if (release.isPresent()) {
            Path executable = cache.executable(release.get(), CpythonCache.Tree.FOR_APPS, jars);
            return new Interpreter(
                    executable.toAbsolutePath().toString(), release.get().python(), "embedded, " + release.get(), true);
        }
        for (String command : List.of("python3." + minor, "python3", "python")) {
            Optional<Interpreter> found = probe(minor, command, "from the PATH", faults);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ProblemException(Problem.of("there is no Python 3.%d on this host %s".formatted(minor, purpose.words))
                .expected("CPython 3.%d, since what is made for another version does not load".formatted(minor))
                .found("no embedded build for " + host + System.lineSeparator()
                        + String.join(System.lineSeparator(), faults))
                .remedy("install CPython 3.%1$d, or name one by <%2$s> or -Dpython-lambda.%2$s"
                        .formatted(minor, purpose.parameter)));
    }

    private Interpreter named(int minor, String command) throws ProblemException {
        List<String> faults = new ArrayList<>();
        return probe(minor, command, "from <verifyPython>", faults)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("the interpreter that <verifyPython> names cannot be used")
                                .expected("CPython 3." + minor)
                                .found(String.join(System.lineSeparator(), faults))
                                .remedy("correct <verifyPython> or -Dpython-lambda.verifyPython, or leave it out")));
    }

    private Optional<Interpreter> probe(int minor, String command, String origin, List<String> faults) {
        CommandRunner.Result result;
        try {
            result = runner.run(
                    new CommandRunner.Command(
                            List.of(command, "-I", "-c", PROGRAM), Path.of("").toAbsolutePath(), Map.of(), List.of()),
                    line -> {});
        } catch (IOException e) {
            faults.add(command + ": " + e.getMessage());
            return Optional.empty();
        }
        for (String line : result.output()) {
            Matcher answer = ANSWER.matcher(line.strip());
            if (answer.matches()) {
                String version = answer.group(2) + "." + answer.group(3);
                if (answer.group(1).equals("cpython") && answer.group(2).equals("3." + minor)) {
                    return Optional.of(new Interpreter(answer.group(4), version, command + " " + origin, false));
                }
                faults.add(command + ": is " + answer.group(1) + " " + version);
                return Optional.empty();
            }
        }
        faults.add(command + ": "
                + (result.output().isEmpty()
                        ? "exit status " + result.exitCode()
                        : result.output().get(result.output().size() - 1)));
        return Optional.empty();
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
