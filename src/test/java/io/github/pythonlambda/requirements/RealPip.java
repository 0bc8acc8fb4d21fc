package io.github.pythonlambda.requirements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.TestInterpreters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The requirements files' reader of the embedded interpreter's pip. */
final class RealPip {

    private static final String ROOTS = "/io/github/pythonlambda/pip/pip_for_lambda/lambda_roots.py";

    private RealPip() {}

    /**
     * Reads files, all in one process.
     *
     * @param scratch a folder for what it needs
     * @param directory pip's working directory
     * @return for each file its lines, empty if pip refuses it
     */
    static Map<String, Optional<List<ReadLine>>> read(
            Map<String, Path> files, Path scratch, Path directory, Map<String, String> variables) throws IOException {
        Interpreter python = TestInterpreters.newest();
        Path program = copy("read_with_pip.py", scratch.resolve("read_with_pip.py"));
        copy(ROOTS, scratch.resolve("lambda_roots.py"));
        Path job = scratch.resolve("job.json");
        Path result = scratch.resolve("result.json");
        ObjectMapper json = new ObjectMapper();
        json.writeValue(
                job.toFile(),
                Map.of(
                        "files", files.values().stream().map(Path::toString).toList(),
                        "roots", scratch.toString(),
                        "result", result.toString()));
        CommandRunner.Result run = new CommandRunner()
                .run(
                        new CommandRunner.Command(
                                List.of(python.executable(), "-I", "-X", "utf8", program.toString(), job.toString()),
                                directory,
                                variables,
                                List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")),
                        line -> {});
        if (run.exitCode() != 0) {
            throw new IllegalStateException(String.join("\n", run.output()));
        }
        Map<String, Optional<List<ReadLine>>> read = new LinkedHashMap<>();
        Iterator<JsonNode> results = json.readTree(result.toFile()).elements();
        files.keySet().forEach(name -> read.put(name, lines(results.next())));
        return read;
    }

    private static Optional<List<ReadLine>> lines(JsonNode lines) {
        if (lines.isNull()) {
            return Optional.empty();
        }
        List<ReadLine> read = new ArrayList<>();
        lines.forEach(line -> read.add(ReadLine.ofPip(line)));
        return Optional.of(read);
    }

    private static Path copy(String resource, Path target) throws IOException {
        try (InputStream in = Objects.requireNonNull(RealPip.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, target);
        }
        return target;
    }
}
