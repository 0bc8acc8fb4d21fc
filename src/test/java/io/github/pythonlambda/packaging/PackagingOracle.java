package io.github.pythonlambda.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.python.CommandRunner.Result;
import io.github.pythonlambda.testing.PythonPackages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real pypa/packaging, asked many questions at once. */
final class PackagingOracle {

    private static final Path FOLDER = Path.of("target", "packaging-oracle").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each answer is a text; "invalid" stands for a text that packaging refuses. */
    List<String> ask(List<List<Object>> questions) throws IOException {
        PythonPackages packaging = PythonPackages.packaging();
        Path script = Files.createDirectories(FOLDER).resolve("oracle.py");
        try (InputStream in = Objects.requireNonNull(PackagingOracle.class.getResourceAsStream("oracle.py"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path asked = FOLDER.resolve("questions.jsonl");
        Path answered = FOLDER.resolve("answers.jsonl");
        Files.write(asked, questions.stream().map(PackagingOracle::json).toList());
        Result result = packaging.run(
                FOLDER, Map.of(), List.of("-W", "ignore", script.toString(), asked.toString(), answered.toString()));
        if (result.exitCode() != 0) {
            throw new AssertionError("packaging failed:\n" + String.join("\n", result.output()));
        }
        List<String> answers = new ArrayList<>();
        for (String line : Files.readAllLines(answered)) {
            answers.add(JSON.readValue(line, String.class));
        }
        return answers;
    }

    private static String json(List<Object> question) {
        try {
            return JSON.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
