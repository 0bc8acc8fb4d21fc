package io.github.pythonlambda.pylock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.PythonPackages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real {@code packaging.pylock} (pypa/packaging). */
final class PackagingPylock {

    private static final String SCRIPT = "packaging_select.py";

    private final PythonPackages packages;
    private final Path folder;

    /** @param folder where to put the questions */
    PackagingPylock(Path folder) throws IOException {
        this.packages = PythonPackages.packaging();
        this.folder = folder;
        try (InputStream in = Objects.requireNonNull(PackagingPylock.class.getResourceAsStream(SCRIPT))) {
            Files.write(folder.resolve(SCRIPT), in.readAllBytes());
        }
    }

    /** An answer for each lock, with a selection for each target: {@code name: file} for each package, or {@code refused}. */
    JsonNode ask(List<Path> locks, List<Target> targets) throws IOException {
        Path question = folder.resolve("question.json");
        new ObjectMapper()
                .writeValue(
                        question.toFile(),
                        Map.of(
                                "locks", locks.stream().map(Path::toString).toList(),
                                "targets",
                                        targets.stream()
                                                .map(PackagingPylock::target)
                                                .toList()));
        CommandRunner.Result result =
                packages.run(folder, Map.of(), List.of(folder.resolve(SCRIPT).toString(), question.toString()));
        String output = String.join("\n", result.output());
        if (result.exitCode() != 0) {
            throw new AssertionError(output);
        }
        return new ObjectMapper().readTree(output);
    }

    private static Map<String, Object> target(Target target) {
        return Map.of(
                "environment",
                target.markerEnvironment(),
                "tags",
                target.tags().stream().map(Tag::toString).toList());
    }
}
