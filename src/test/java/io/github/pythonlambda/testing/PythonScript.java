package io.github.pythonlambda.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small Python program that lies beside a test and is asked what Python makes of something. */
public final class PythonScript {

    private final Interpreter interpreter;
    private final Path folder;
    private final Path script;

    /**
     * @param test the test beside which it lies
     * @param folder where to put it, and what it reads
     */
    public PythonScript(Interpreter interpreter, Class<?> test, String name, Path folder) throws IOException {
        this.interpreter = interpreter;
        this.folder = folder;
        this.script = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            Files.write(script, in.readAllBytes());
        }
    }

    /**
     * Runs it and reads the JSON that it prints.
     *
     * @param input is written to a file of which the program gets the name as its first argument
     * @param arguments further arguments
     */
    public JsonNode ask(Object input, String... arguments) throws IOException {
        Path file = Files.createTempFile(folder, "input", ".json");
        new ObjectMapper().writeValue(file.toFile(), input);
        List<String> command = new ArrayList<>(
                List.of(interpreter.executable(), "-I", "-X", "utf8", script.toString(), file.toString()));
        command.addAll(List.of(arguments));
        CommandRunner.Result result =
                new CommandRunner().run(new CommandRunner.Command(command, folder, Map.of(), List.of()), line -> {});
        String output = String.join("\n", result.output());
        if (result.exitCode() != 0) {
            throw new IllegalStateException(output);
        }
        return new ObjectMapper().readTree(output);
    }
}
