package io.github.pythonlambda.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TestTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files say what pip says that they say: lines, options, nested files, what paths refer to, and what is refused. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths in the files are those of other systems")
class PipParityTest {

    private static final int GENERATED = 4000;
    private static final long SEED = 7;

    private static final Map<String, String> VARIABLES = Map.of(
            "REQ_VERSION", "1.0",
            "REQ_OPTIONS", "demo --hash=sha256:aa",
            "REQ_LEADING", "  -r missing.txt",
            "REQ_NESTED", "${REQ_VERSION}",
            "REQ_COMMENT", "demo # no comment",
            "REQ_QUOTE", "\"",
            "REQ_HOST", "https://user:pass@files.example",
            "REQ_EMPTY", "");

    @TempDir
    static Path temporary;

    private static Path folder = Path.of("");

    private static Map<String, Optional<List<ReadLine>>> byPip = Map.of();

    @BeforeAll
    static void askPip() throws Exception {
        // Python's working directory is free of links.
        folder = temporary.toRealPath();
        write("project/wheels/demo-1.0-py3-none-any.whl", "");
        write("project/sub/demo-1.0-py3-none-any.whl", "");
        write("project/a b/demo-1.0-py3-none-any.whl", "");
        write("project/lib/pyproject.toml", "");
        write("project/links/index.html", "");
        write("project/sub/nested.txt", "nested\n-c ../limits.txt\n./demo-1.0-py3-none-any.whl\n-r deeper/more.txt");
        write("project/sub/deeper/more.txt", "more ; python_version > '3'\n");
        write("project/limits.txt", "demo<3\n-r sub/deeper/more.txt\n");
        write("project/circle.txt", "-r sub/circle.txt\n");
        write("project/sub/circle.txt", "-c ../circle.txt\n");
        write("cwd/wheels/other-1.0-py3-none-any.whl", "");
        write("cwd/demo-1.0-py3-none-any.whl", "");
        write("cwd/lib/pyproject.toml", "");
        Map<String, Path> files = new LinkedHashMap<>();
        for (JsonNode row : (Iterable<JsonNode>) rows()::iterator) {
            String name = row.get("name").textValue();
            files.put(name, write("project/" + name + ".txt", content(row)));
        }
        RandomRequirements random = new RandomRequirements(SEED);
        for (int i = 0; i < GENERATED; i++) {
            files.put("generated-" + i, write("project/generated-" + i + ".txt", random.file()));
        }
        byPip = RealPip.read(files, Files.createDirectory(folder.resolve("scratch")), folder.resolve("cwd"), VARIABLES);
    }

    static Stream<JsonNode> rows() {
        return TestTable.members(TestTable.read(PipParityTest.class, "odd-files.json"));
    }

    static Stream<String> names() {
        return rows().map(row -> row.get("name").textValue());
    }

    private static byte[] content(JsonNode row) {
        String text = String.join("", TestTable.texts(row.get("text")))
                .replace("{project}", folder.resolve("project").toString());
        return text.getBytes(Charset.forName(row.path("encoding").asText("UTF-8")));
    }

    private static Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    @ParameterizedTest
    @MethodSource("names")
    void oddFilesAreReadAsPipReadsThem(String name) {
        assertThat(byUs(name)).isEqualTo(byPip.get(name));
    }

    @Test
    void generatedFilesAreReadAsPipReadsThem() {
        List<String> names = byPip.keySet().stream()
                .filter(name -> name.startsWith("generated-"))
                .toList();

        // Otherwise it would be refusals that are compared.
        assertThat(names.stream().filter(name -> byPip.get(name).isPresent())).hasSizeGreaterThan(GENERATED / 3);
        assertThat(names)
                .filteredOn(name -> !byUs(name).equals(byPip.get(name)))
                .extracting(PipParityTest::difference)
                .isEmpty();
    }

    private static String difference(String name) {
        try {
            String text = Files.readString(folder.resolve("project/" + name + ".txt"));
            return "%s%n%s%npip: %s%nwe:  %s".formatted(name, text, byPip.get(name), byUs(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what a line refers to where pip finds that it is no requirement. */
    private static Optional<List<ReadLine>> byUs(String name) {
        RequirementsReader reader = new RequirementsReader(folder.resolve("cwd"), VARIABLES::get);
        try {
            List<ReadLine> lines = reader.read(folder.resolve("project/" + name + ".txt")).lines().stream()
                    .filter(line -> !(line instanceof NestedFile))
                    .map(ReadLine::of)
                    .toList();
            return Optional.of(byPip.get(name)
                    .filter(other -> other.size() == lines.size())
                    .map(other -> Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                            .map(i -> other.get(i).isInvalid() ? lines.get(i).invalid() : lines.get(i))
                            .toList())
                    .orElse(lines));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
