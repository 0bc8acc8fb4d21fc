package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.PythonPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of today's tools, made while the test runs, and what {@code packaging.pylock} selects from them. */
class RealLocksTest {

    private static final List<String> REFUSED = List.of("refused");

    @TempDir
    Path folder;

    private PythonPackages tools;
    private List<Target> targets;

    @BeforeEach
    void installTools() throws Exception {
        tools = PythonPackages.install("lock-tools", "uv", "pip>=26");
        LambdaCatalog catalog = LambdaCatalog.load();
        targets = List.of(
                catalog.target("python3.10", "x86_64", null),
                catalog.target("python3.12", "x86_64", null),
                catalog.target("python3.13", "arm64", null),
                catalog.target("python3.14", "x86_64", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fastapi[standard]", "flask gunicorn", "boto3", "numpy pandas"})
    void selectsFromUniversalLocksOfUvWhatPackagingSelects(String requirements) throws Exception {
        Path input = write("requirements.in", requirements.replace(' ', '\n'));
        Path lock = folder.resolve("pylock.toml");
        uv("pip", "compile", "--universal", "--python-version", "3.12", input.toString(), "-o", lock.toString());

        List<List<String>> selections = assertSameSelections(lock);

        assertThat(selections.get(0)).as("python3.10").isEqualTo(REFUSED);
        assertThat(selections.subList(1, selections.size()))
                .allSatisfy(selected -> assertThat(selected).isNotEmpty().isNotEqualTo(REFUSED));
    }

    @Test
    void selectsFromExportedProjectsOfUvWhatPackagingSelects() throws Exception {
        write("pyproject.toml", """
                [project]
                name = "app"
                version = "0"
                requires-python = ">=3.10"
                dependencies = ["flask", "numpy; python_version < '3.13'"]

                [project.optional-dependencies]
                fast = ["orjson"]

                [dependency-groups]
                dev = ["pytest"]
                """);
        Path lock = folder.resolve("pylock.app.toml");
        uv("export", "--format", "pylock.toml", "--all-extras", "--no-emit-project", "-o", lock.toString());

        List<List<String>> selections = assertSameSelections(lock);

        assertThat(selections)
                .allSatisfy(selected -> assertThat(selected).isNotEmpty().isNotEqualTo(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fastapi[standard]", "flask gunicorn"})
    void selectsFromLocksOfPipWhatPackagingSelects(String requirements) throws Exception {
        Path input = write("requirements.txt", requirements.replace(' ', '\n'));
        Path lock = folder.resolve("pylock.toml");
        run(List.of("-m", "pip", "lock", "-q", "-r", input.toString(), "-o", lock.toString()));

        List<List<String>> selections = assertSameSelections(lock);

        assertThat(PylockReader.read(lock).createdBy()).isEqualTo("pip");
        assertThat(selections)
                .as("pip locks for the host only")
                .anySatisfy(selected -> assertThat(selected).isNotEqualTo(REFUSED));
    }

    @Test
    void writesWhatPackagingReads() throws Exception {
        List<Path> locks = new ArrayList<>();
        for (String text : List.of(OddLock.text(), PylockWriterTest.resource("spec-example.toml"))) {
            Path original = write("pylock.a" + locks.size() + ".toml", text);
            locks.add(original);
            locks.add(write("pylock.b" + locks.size() + ".toml", PylockWriter.write(PylockReader.read(original))));
        }

        JsonNode answers = new PackagingPylock(folder).ask(locks, targets);

        for (int i = 0; i < locks.size(); i += 2) {
            assertThat(answers.get(i + 1).get("selections"))
                    .isEqualTo(answers.get(i).get("selections"));
            assertThat(sortedLetters(answers.get(i + 1))).isEqualTo(sortedLetters(answers.get(i)));
        }
        assertThat(answers.get(0).get("tool").textValue()).contains("odd");
    }

    /** Python prints tables in the order of the file; which letters there are does not depend on it. */
    private static String sortedLetters(JsonNode answer) {
        return (answer.get("tool").textValue() + answer.get("tools"))
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Compares the selections from a lock as it is, and as this code writes it, with those of packaging. */
    private List<List<String>> assertSameSelections(Path lock) throws IOException, ProblemException {
        Path written = write("pylock.written.toml", PylockWriter.write(PylockReader.read(lock)));
        List<List<String>> selections = selections(lock);
        List<List<String>> selectionsAsWritten = selections(written);

        JsonNode answers = new PackagingPylock(folder).ask(List.of(lock, written), targets);

        assertThat(json(selections)).isEqualTo(answers.get(0).get("selections"));
        assertThat(json(selectionsAsWritten)).isEqualTo(answers.get(1).get("selections"));
        assertThat(selectionsAsWritten.stream().map(Set::copyOf))
                .isEqualTo(selections.stream().map(Set::copyOf).toList());
        return selections;
    }

    private static JsonNode json(List<List<String>> selections) {
        return new ObjectMapper().valueToTree(selections);
    }

    private List<List<String>> selections(Path lock) throws IOException, ProblemException {
        Pylock read = PylockReader.read(lock);
        return targets.stream().map(target -> select(read, target)).toList();
    }

    private static List<String> select(Pylock lock, Target target) {
        try {
            return new PylockSelector(target.markerEnvironment(), new TagPreference(target.tags()))
                    .select(lock, LockChoice.DEFAULT, "pylock.toml").stream()
                            .map(selected -> selected.locked().name() + ": " + fileName(selected.source()))
                            .toList();
        } catch (ProblemException e) {
            return REFUSED;
        }
    }

    private static String fileName(InstallSource source) {
        if (source instanceof LockedWheel wheel) {
            return wheel.fileName().text();
        }
        return source instanceof LockedSdist sdist ? sdist.fileName().text() : source.toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void uv(String... arguments) throws IOException {
        run(Stream.concat(Stream.of("-m", "uv", "--quiet"), Stream.of(arguments))
                .toList());
    }

    private void run(List<String> arguments) throws IOException {
        CommandRunner.Result result = tools.run(
                folder,
                Map.of(
                        "UV_CACHE_DIR",
                                Path.of("target", "uv-cache").toAbsolutePath().toString(),
                        "UV_PYTHON", tools.interpreter().executable(),
                        "UV_PYTHON_DOWNLOADS", "never"),
                arguments);
        assertThat(result.exitCode())
                .as(() -> String.join("\n", result.output()))
                .isZero();
    }
}
