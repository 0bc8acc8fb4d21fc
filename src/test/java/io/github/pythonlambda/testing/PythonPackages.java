package io.github.pythonlambda.testing;

import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Packages for tests only, from pip's default index, in a folder of the build that is kept until {@code mvn clean}. */
public final class PythonPackages {

    private static final Pattern NO_CONNECTION =
            Pattern.compile("after connection broken by '(NewConnectionError|ConnectTimeoutError|ProxyError)\\(");

    private final Interpreter interpreter;
    private final Path folder;

    private PythonPackages(Interpreter interpreter, Path folder) {
        this.interpreter = interpreter;
        this.folder = folder;
    }

    /** The release of pypa/packaging that the tests' tables of expected values were computed by. */
    public static PythonPackages packaging() throws IOException {
        return install("packaging-26.3", "packaging==26.3");
    }

    /**
     * Installs packages, or finds them installed. Where no connection to the index can be made, the test is skipped; if pip
     * fails for any other reason, the test fails.
     *
     * @param name the folder's name, different for different requirements
     */
    public static PythonPackages install(String name, String... requirements) throws IOException {
        Interpreter interpreter = TestInterpreters.newest();
        Path parent =
                Files.createDirectories(Path.of("target", "python-packages").toAbsolutePath());
        Path folder = parent.resolve(name);
        if (!Files.isDirectory(folder)) {
            Path unfinished = Files.createTempDirectory(parent, "unfinished-");
            List<String> arguments = new ArrayList<>(
                    List.of("-m", "pip", "install", "--disable-pip-version-check", "--target", unfinished.toString()));
            arguments.addAll(List.of(requirements));
            CommandRunner.Result result = new PythonPackages(interpreter, parent).run(parent, Map.of(), arguments);
            if (result.exitCode() != 0) {
                String output = String.join("\n", result.output());
                Assumptions.assumeFalse(isOutOfReach(output), () -> "no connection to the index: " + output);
                throw new AssertionError("pip cannot install " + List.of(requirements) + ":\n" + output);
            }
            Files.move(unfinished, folder);
        }
        return new PythonPackages(interpreter, folder);
    }

    /** pip says that it found no version at all, and before it why: the errors are those of its urllib3. */
    private static boolean isOutOfReach(String output) {
        return output.contains("(from versions: none)")
                && NO_CONNECTION.matcher(output).find();
    }

    /** Runs the interpreter with the packages. */
    public CommandRunner.Result run(Path directory, Map<String, String> variables, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(interpreter.executable(), "-X", "utf8"));
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PYTHONPATH", folder.toString());
        return new CommandRunner()
                .run(new CommandRunner.Command(command, directory, environment, List.of("PYTHONHOME")), line -> {});
    }

    public Interpreter interpreter() {
        return interpreter;
    }
}
