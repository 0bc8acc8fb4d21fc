package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PylockReaderTest {

    private static final String HEAD = "lock-version = \"1.0\"\ncreated-by = \"uv\"\n";
    private static final String HASHES = "hashes = { sha256 = \"" + "ab".repeat(32) + "\" }";

    static Stream<JsonNode> valid() {
        return TestTable.members(TestTable.read(PylockReaderTest.class, "locks.json"))
                .filter(row -> !row.has("what"));
    }

    static Stream<JsonNode> invalid() {
        return TestTable.members(TestTable.read(PylockReaderTest.class, "locks.json"))
                .filter(row -> row.has("what"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsWhatPackagingReads(JsonNode row) throws ProblemException {
        Pylock lock = read(row.get("lock").textValue());

        assertThat(read(PylockWriter.write(lock))).isEqualTo(lock);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatPackagingRefuses(JsonNode row) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(row.get("lock").textValue()))
                .satisfies(e -> assertThat(e.problems()).hasSize(1))
                .satisfies(e -> assertThat(e.problems().get(0).where())
                        .isEqualTo("pylock.toml, " + row.get("where").textValue()))
                .satisfies(e -> assertThat(row.get("what").textValue())
                        .isIn("*", e.problems().get(0).what()));
    }

    @ParameterizedTest
    @TableSource(file = "file-names.json")
    void takesAFilesNameFromItsNameItsPathOrItsUrl(JsonNode row) throws ProblemException {
        StringBuilder file = new StringBuilder("{ " + HASHES);
        for (String key : new String[] {"name", "path", "url"}) {
            if (row.has(key)) {
                file.append(", ")
                        .append(key)
                        .append(" = '")
                        .append(row.get(key).textValue())
                        .append('\'');
            }
        }
        if (!row.has("path") && !row.has("url")) {
            file.append(", url = 'https://files.example/download'");
        }
        boolean wheel = row.get("kind").textValue().equals("wheel");
        Pylock lock = read(HEAD + "[[packages]]\nname = 'example'\n"
                + (wheel ? "wheels = [" + file + " }]" : "sdist = " + file + " }"));
        Distributions files = (Distributions) lock.packages().get(0).source();

        assertThat(wheel ? files.wheels().get(0).fileName() : files.sdist().fileName())
                .hasToString(row.get("expected").textValue());
    }

    @Test
    void readsAllThatALockSays() throws Exception {
        Pylock lock = read("""
                lock-version = "1.0"
                environments = ["sys_platform == 'linux'"]
                requires-python = ">=3.12"
                extras = []
                dependency-groups = ["docs"]
                default-groups = ["main"]
                created-by = "tool"

                [[packages]]
                name = "archived"
                archive = { url = "https://files.example/a.zip", size = 3, subdirectory = "b", %1$s }

                [[packages]]
                name = "checked-out"
                vcs = { type = "git", url = "https://vcs.example/a", requested-revision = "v1", commit-id = "c1", subdirectory = "s" }

                [[packages]]
                name = "local"
                directory = { path = "../local", editable = true }

                [[packages]]
                name = "wheeled"
                version = "1.0"
                marker = "os_name == 'posix'"
                requires-python = ">=3"
                dependencies = [{ name = "local" }]
                index = "https://index.example/simple"
                sdist = { path = "sub/wheeled-1.0.tar.gz", %1$s }
                wheels = [{ url = "https://files.example/wheeled-1.0-py3-none-any.whl", upload-time = 2024-01-31T12:00:00+02:00, size = 7, %1$s }]
                attestation-identities = [{ kind = "Publisher" }]
                tool.x = { y = [1] }

                [tool.z]
                a = true
                """.formatted(HASHES));

        Map<String, String> hashes = Map.of("sha256", "ab".repeat(32));
        assertThat(lock.environments()).extracting(Object::toString).containsExactly("sys_platform == \"linux\"");
        assertThat(lock.requiresPython()).hasToString(">=3.12");
        assertThat(lock.extras()).isEmpty();
        assertThat(lock.dependencyGroups()).containsExactly("docs");
        assertThat(lock.defaultGroups()).containsExactly("main");
        assertThat(lock.createdBy()).isEqualTo("tool");
        assertThat(lock.tool()).isEqualTo(Map.of("z", Map.of("a", true)));
        assertThat(lock.packages())
                .extracting(LockedPackage::source)
                .containsExactly(
                        new ArchiveSource(new LockedFile("https://files.example/a.zip", null, 3L, null, hashes), "b"),
                        new VcsSource("git", "https://vcs.example/a", null, "v1", "c1", "s"),
                        new DirectorySource("../local", true, null),
                        lock.packages().get(3).source());
        LockedPackage wheeled = lock.packages().get(3);
        assertThat(wheeled.name()).isEqualTo(new ProjectName("wheeled"));
        assertThat(wheeled.version()).isEqualTo(Version.parse("1.0"));
        assertThat(wheeled.marker()).hasToString("os_name == \"posix\"");
        assertThat(wheeled.requiresPython()).hasToString(">=3");
        assertThat(wheeled.dependencies()).containsExactly(Map.of("name", "local"));
        assertThat(wheeled.index()).isEqualTo("https://index.example/simple");
        assertThat(wheeled.attestationIdentities()).containsExactly(Map.of("kind", "Publisher"));
        assertThat(wheeled.tool()).isEqualTo(Map.of("x", Map.of("y", List.of(1L))));
        Distributions files = (Distributions) wheeled.source();
        assertThat(files.sdist().file().path()).isEqualTo("sub/wheeled-1.0.tar.gz");
        LockedFile wheel = files.wheels().get(0).file();
        assertThat(wheel.url()).isEqualTo("https://files.example/wheeled-1.0-py3-none-any.whl");
        assertThat(wheel.size()).isEqualTo(7);
        assertThat(wheel.uploadTime()).isEqualTo(Instant.parse("2024-01-31T10:00:00Z"));
        assertThat(wheel.sha256()).contains(new Sha256("ab".repeat(32)));
    }

    @Test
    void takesAnUploadTimeWithoutOffsetForUtc() throws ProblemException {
        Pylock lock =
                read(HEAD + "[[packages]]\nname = 'a'\narchive = { path = 'a.zip', upload-time = 2024-01-31T10:00:00, "
                        + HASHES + " }");

        assertThat(((ArchiveSource) lock.packages().get(0).source()).file().uploadTime())
                .isEqualTo(Instant.parse("2024-01-31T10:00:00Z"));
    }

    @Test
    void readsALaterMinorVersionAndSaysSo() throws ProblemException {
        assertThat(read("lock-version = '1.1'\ncreated-by = 'a'\npackages = []\nnews = 1")
                        .isNewerThanKnown())
                .isTrue();
        assertThat(read(HEAD + "packages = []").isNewerThanKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            archive = { path = 'a.zip', hashes = { sha256 = 'abc' } }         | archive.hashes.sha256 | not a SHA-256 digest
            archive = { path = 'a.zip', size = -1, HASHES }                   | archive.size          | 'size' is below zero
            archive = { path = 'a.zip', upload-time = '2024-01-31', HASHES }  | archive.upload-time   | 'upload-time' has the wrong type
            archive = { path = '', HASHES }                                   | archive               | nothing says where to find it
            wheels = [{ url = 'https://files.example/', HASHES }]             | wheels[0]             | a wheel's file name ends in .whl: ''
            directory = { path = '.', editable = 'yes' }                      | directory.editable    | 'editable' has the wrong type
            vcs = 'git'                                                       | vcs                   | 'vcs' has the wrong type
            directory = { path = '.' }\\ndependencies = ['b']                 | dependencies[0]       | 'dependencies[0]' has the wrong type
            """)
    void refusesWhatCannotBeMeant(String entry, String path, String what) {
        String lock = HEAD + "[[packages]]\nname = 'a'\n"
                + entry.replace("HASHES", HASHES).replace("\\n", "\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(lock))
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.what()).isEqualTo(what))
                        .satisfies(problem -> assertThat(problem.where()).endsWith("packages[0]." + path + " (a)")));
    }

    @Test
    void tellsAllThatIsWrongInOneGo() {
        String lock = HEAD + """
                requires-python = "3"
                extras = [1]

                [[packages]]
                name = "a"

                [[packages]]
                name = "b"
                directory = { path = "." }

                [[packages]]
                name = "C"
                """;

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(lock))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::where)
                        .containsExactly(
                                "pylock.toml, requires-python",
                                "pylock.toml, extras[0]",
                                "pylock.toml, packages[0] (a)",
                                "pylock.toml, packages[2].name (C)"));
    }

    @Test
    void saysWhatToDo() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + "[[packages]]\nname = 'a'\nversion = '1'\ndirectory = { path = 2 }"))
                .withMessage(String.join(
                        System.lineSeparator(),
                        "'path' has the wrong type",
                        "  where:    pylock.toml, packages[0].directory.path (a 1)",
                        "  expected: a text",
                        "  found:    2",
                        "  to do:    lock again with uv, which made the file, or correct it by hand"));
    }

    @Test
    void saysWhereATextIsNotToml() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + "<<<<<<< HEAD\n"))
                .withMessage(
                        String.join(
                                System.lineSeparator(),
                                "the lock file is not valid TOML: Unknown token",
                                "  where:    pylock.toml, line 3, column 1, or just above",
                                "  to do:    lock again with the tool that made the file; conflict markers of a merge are not TOML"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            size = 1\\nsize = 2\\n                 | pylock.toml, line 3, column 1, or just above
            [tool]\\n[tool]\\n                     | pylock.toml, line 2, column 6, or just above
            created-by = "uv                       | pylock.toml, line 1, column 17, or just above
            created-by = "C:\\Users"            | pylock.toml, line 1, column 17, or just above
            upload-time = 2024-13-01               | pylock.toml
            upload-time = 2024-01-31T25:00:00Z     | pylock.toml
            upload-time = 10:00:00.1234567891      | pylock.toml
            a = [1 2]                              | pylock.toml, line 1, column 8, or just above
            """)
    void refusesWhatIsNotToml(String escaped, String where) {
        String text = escaped.replace("\\n", "\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .satisfies(
                                problem -> assertThat(problem.what()).startsWith("the lock file is not valid TOML: "))
                        .satisfies(problem -> assertThat(problem.where()).isEqualTo(where)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = [", "a = {a=", "a."})
    void refusesNestingThatWouldExhaustTheStack(String level) {
        String text = level.startsWith("a = ") ? "a = " + level.substring(4).repeat(100_000) : level.repeat(100_000);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("the lock file is not valid TOML: ")
                .withMessageContaining("nesting depth");
    }

    @Test
    void takesDeepNestingInTheTablesOfTools() throws ProblemException {
        String value = "[".repeat(900) + "]".repeat(900);
        Pylock lock = read(HEAD + "packages = []\ntool.a = " + value);

        assertThat(read(PylockWriter.write(lock))).isEqualTo(lock);
    }

    @Test
    void showsNumbersAsTheyStandInTheFile() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("lock-version = 1.0"))
                .satisfies(e -> assertThat(e.problems().get(0).found()).isEqualTo("1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "0x10000000000000000"})
    void refusesIntegersOfMoreThan64Bits(String number) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + "packages = []\n[tool.x]\na = [" + number + "]"))
                .satisfies(e -> assertThat(e.problems().get(0).what()).isEqualTo("a whole number is too large"))
                .satisfies(e -> assertThat(e.problems().get(0).where()).isEqualTo("pylock.toml, tool"));
    }

    @Test
    void givesContentsThatCannotBeChanged() throws ProblemException {
        Map<String, Object> tool =
                read(HEAD + "packages = []\n[tool.x]\na = [{ b = 1 }]").tool();

        assertThat(tool).isUnmodifiable();
        assertThat(tool.get("x")).asInstanceOf(InstanceOfAssertFactories.MAP).isUnmodifiable();
    }

    @Test
    void readsPastAByteOrderMark() throws ProblemException {
        assertThat(read("\uFEFF" + HEAD + "packages = []").createdBy()).isEqualTo("uv");
    }

    @Test
    void readsFiles(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("pylock.toml");
        Files.writeString(file, HEAD + "packages = []");

        assertThat(PylockReader.read(file).createdBy()).isEqualTo("uv");
    }

    @Test
    void refusesFilesThatAreNotUtf8(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("pylock.toml");
        Files.write(file, (HEAD + "packages = [] # \u00e9").getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PylockReader.read(file))
                .withMessageStartingWith("the lock file is not UTF-8")
                .withMessageContaining(file.toString());
    }

    private static Pylock read(String text) throws ProblemException {
        return PylockReader.read(text, "pylock.toml");
    }
}
