package io.github.pythonlambda.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines mean is compared with pip in {@link PipParityTest}; here is what pip does not tell. */
class RequirementsReaderTest {

    private static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("requirements.txt");
    }

    @Test
    void eachLineTellsWhereItStandsAndItsText() throws Exception {
        write("more.txt", "\n\nmore\n");
        variables.put("VERSION", "1.0");

        RequirementsFile read = read("""
                # comment
                --pre   # all of them
                fastapi[standard] >= ${VERSION} \\
                    ; python_version > "3.8"   # comment
                -r more.txt
                """);

        assertThat(read.lines())
                .extracting(line -> line.origin() + ": " + line.shown())
                .containsExactly(
                        file + ", line 2: --pre",
                        file + ", line 3: fastapi[standard] >= ${VERSION} ; python_version > \"3.8\"",
                        file + ", line 5: -r more.txt",
                        folder.resolve("more.txt") + ", line 3: more");
        RequirementLine fastapi = read.requirements().get(0);
        assertThat(fastapi.requirement()).isEqualTo("fastapi[standard] >= 1.0     ; python_version > \"3.8\"");
        assertThat(fastapi.parsed().orElseThrow().name().canonical()).isEqualTo("fastapi");
    }

    @Test
    void hashesAreApartFromTheRequirement() throws Exception {
        RequirementLine demo = read("demo==1.0 \\\n  --hash=sha256:aa \\\n  --hash sha512:bb\n")
                .requirements()
                .get(0);

        assertThat(demo.hashes()).containsExactly("sha256:aa", "sha512:bb");
        assertThat(demo.canonical()).isEqualTo("demo==1.0");
    }

    @Test
    void allLocalFilesAreListedOnceWithTheirDigests() throws Exception {
        write("empty.txt", "");
        write("sub/nested.txt", "-r ../empty.txt\n");

        RequirementsFile read = read("-r sub/nested.txt\n-c empty.txt\n-r "
                + folder.resolve("empty.txt").toUri());

        assertThat(read.files())
                .extracting(ReadFile::path)
                .containsExactly(file, folder.resolve("sub/nested.txt"), folder.resolve("empty.txt"));
        assertThat(read.files().get(2).sha256()).hasToString(SHA256_OF_NOTHING);
    }

    @Test
    void variablesAreListedEvenIfTheyAreNotSet() throws Exception {
        variables.put("TOKEN", "secret");
        variables.put("EMPTY", "");
        variables.put("UNUSED", "x");

        RequirementsFile read = read("""
                a==${UNSET}${EMPTY}
                # ${UNUSED}
                --index-url https://${TOKEN}@index.example/simple
                """);

        assertThat(read.variables())
                .containsExactly(
                        new UsedVariable("EMPTY", Optional.empty()),
                        new UsedVariable(
                                "TOKEN",
                                Optional.of(new Sha256(
                                        "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"))),
                        new UsedVariable("UNSET", Optional.empty()));
    }

    @Test
    void filesOnTheNetworkAreNamedButNotRead() throws Exception {
        RequirementsFile read =
                read("-r https://user:pass@files.example/more.txt\n-c HTTP://files.example/limits.txt\n");

        assertThat(read.remoteFiles())
                .extracting(NestedFile::reference, NestedFile::constraint)
                .containsExactly(
                        tuple(new Reference.RemoteUrl("https://files.example/more.txt"), false),
                        tuple(new Reference.RemoteUrl("HTTP://files.example/limits.txt"), true));
        assertThat(read.files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pylock.toml", "pylock.dev.toml"})
    void aLockIsToldApartAndItsLinesAreNotRead(String name) throws Exception {
        write(name, "lock-version = '1.0'\n");

        RequirementsFile read = read("-r " + name + "\n");

        assertThat(read.lines()).singleElement().isInstanceOfSatisfying(NestedFile.class, nested -> {
            assertThat(nested.isLock()).isTrue();
            assertThat(nested.reference()).isEqualTo(new Reference.LocalPath(folder.resolve(name)));
        });
        assertThat(read.files()).extracting(ReadFile::path).contains(folder.resolve(name));
    }

    @Test
    void otherFilesAreNoLocks() throws Exception {
        write("pylock.a.b.toml", "demo\n");

        assertThat(read("-r pylock.a.b.toml\n").nestedFiles())
                .extracting(NestedFile::isLock)
                .containsExactly(false);
    }

    @Test
    void whatLinesReferToIsListed() throws Exception {
        write("links/demo-1.0-py3-none-any.whl", "");
        write("sub/nested.txt", "-e ../lib\n");
        Files.createDirectory(folder.resolve("lib"));

        RequirementsFile read = read("""
                links/demo-1.0-py3-none-any.whl
                -r sub/nested.txt
                --find-links links
                -f https://user@files.example/all?sig=1
                --index-url %s --extra-index-url https://index.example/simple
                other @ git+ssh://git@git.example/other.git@v1
                plain
                """.formatted(folder.resolve("index").toUri()));

        assertThat(read.references())
                .containsExactly(
                        new Reference.LocalPath(folder.resolve("links/demo-1.0-py3-none-any.whl")),
                        new Reference.LocalPath(folder.resolve("lib")),
                        new Reference.VcsUrl("git+ssh://git.example/other.git@v1"),
                        new Reference.LocalPath(folder.resolve("links")),
                        new Reference.RemoteUrl("https://files.example/all?11ed63e506bdcd62"),
                        new Reference.LocalPath(folder.resolve("index")),
                        new Reference.RemoteUrl("https://index.example/simple"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Demo_Lib [b,A] >= 1 , < 2 ; os_name=='posix'  # why | demo-lib[a,b]<2,>=1 ; os_name == \"posix\"",
                "demo   # comment                                    | demo",
                "demo == ${VERSION}                                  | demo==1.0",
                "demo --hash=sha256:aa                               | demo",
                "-e   ./lib                                          | -e ./lib",
                "./demo-1.0.whl[x]   ;  os_name == 'posix'           | ./demo-1.0.whl[x] ; os_name == 'posix'",
                "demo @ https://user:p@ss@files.example/demo.zip#x=1 | demo @ https://files.example/demo.zip#x=1",
                "https://${TOKEN}@files.example/demo.zip             | https://files.example/demo.zip",
                "-i https://user:pass@index.example/simple           | --index-url https://index.example/simple",
                "--index=https://index.example/simple --pre          | --index-url https://index.example/simple --pre",
                "-chttps://user@files.example/limits.txt             | -c https://files.example/limits.txt",
            })
    void theCanonicalFormIsWhatALineMeans(String line, String canonical) throws Exception {
        variables.put("VERSION", "1.0");
        variables.put("TOKEN", "secret");

        assertThat(read(line + "\n").lines())
                .extracting(RequirementsLine::canonical)
                .containsExactly(canonical);
    }

    @Test
    void aConstraintIsNoRequirement() throws Exception {
        write("limits.txt", "demo<2\n");

        assertThat(read("-c limits.txt\n").requirements())
                .extracting(RequirementLine::canonical)
                .containsExactly("-c demo<2");
    }

    @Test
    void theCanonicalFormTellsQueriesApartButNotTheSecretsInThem() throws Exception {
        String first = query("file=a&sig=${TOKEN}", "one");

        assertThat(query("file=a&sig=${TOKEN}", "two")).isEqualTo(first);
        assertThat(query("file=b&sig=${TOKEN}", "one")).isNotEqualTo(first);
        assertThat(first).doesNotContain("file=a").doesNotContain("one");
    }

    private String query(String query, String token) throws Exception {
        variables.put("TOKEN", token);
        return read("demo @ https://files.example/demo.zip?" + query + "\n")
                .lines()
                .get(0)
                .canonical();
    }

    @Test
    void nothingThatIsShownHoldsCredentials() throws Exception {
        variables.put("TOKEN", "topsecret");

        RequirementsFile read = read("""
                demo @ https://user:topsecret@files.example/demo.zip
                https://files.example/demo.zip?sig=topsecret
                https://${TOKEN}@files.example/demo.zip?sig=${TOKEN}
                --extra-index-url https://user:top@topsecret@index.example/simple
                -e git+https://topsecret@git.example/demo.git#egg=demo
                -r https://user:topsecret@files.example/more.txt?sig=${TOKEN}
                """);

        assertThat(read.lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.toString() + line.shown() + line.canonical())
                        .doesNotContain("topsecret"));
        assertThat(read.references().toString() + read.variables()).doesNotContain("topsecret");
    }

    @Test
    void optionsOfNewerPipsAreKnown() throws Exception {
        RequirementsFile read =
                read("--all-releases demo\n--only-f=demo\n--no-r\n--only :all:\ndemo --global-option=x\n");

        assertThat(read.lines())
                .extracting(RequirementsLine::canonical)
                .containsExactly(
                        "--all-releases demo",
                        "--only-final demo",
                        "--no-require-hashes",
                        "--only-binary :all:",
                        "demo");
    }

    @Test
    void allThatIsWrongIsToldInOneGo() throws Exception {
        write("nested.txt", "-r missing.txt\n--index-url 'open\n");

        assertThat(problems("demo --no-deps\n-r nested.txt\n--re x\n"))
                .extracting(Problem::what, Problem::where, Problem::found)
                .containsExactly(
                        tuple(
                                "pip takes no option --no-deps in a requirements file",
                                file + ", line 1",
                                "demo --no-deps"),
                        tuple(
                                "a requirements file cannot be read",
                                folder.resolve("nested.txt") + ", line 1",
                                folder.resolve("missing.txt") + ": there is no such file"),
                        tuple(
                                "a quotation mark is not closed",
                                folder.resolve("nested.txt") + ", line 2",
                                "--index-url 'open"),
                        tuple(
                                "the option --re may mean --require-hashes or --requirement",
                                file + ", line 3",
                                "--re x"));
    }

    @Test
    void problemsShowNoCredentials() throws Exception {
        assertThat(problems("demo @ https://user:secret@files.example/demo.zip?sig=secret --no-deps\n"))
                .extracting(Problem::text)
                .allSatisfy(text -> assertThat(text).contains("files.example").doesNotContain("secret"));
    }

    @Test
    void aFileThatIncludesItselfIsToldWithTheWay() throws Exception {
        write("sub/back.txt", "demo\n-c ../requirements.txt\n");

        assertThat(problems("-r sub/back.txt\n").get(0).text()).isEqualToNormalizingNewlines("""
                a requirements file includes itself
                  where:    %s, line 2
                  found:    %s
                            which includes %s
                            which includes %s
                  to do:    take one of the lines out that lead there""".formatted(
                        folder.resolve("sub/back.txt"), file, folder.resolve("sub/back.txt"), file));
    }

    @Test
    void theFileItselfMayBeMissing() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> reader().read(file))
                .withMessageContaining(file + ": there is no such file");
    }

    @Test
    void aFolderIsNoFile() throws Exception {
        Files.createDirectory(folder.resolve("more"));

        assertThat(problems("-r more\n").get(0).found()).isEqualTo(folder.resolve("more") + ": it is a folder");
    }

    @ParameterizedTest
    @CsvSource({
        "'#\n# \u00e4\n',                  UTF-8,      2, 0xE4",
        "'# coding: ascii\ndemo\u00e4',    US-ASCII,   2, 0xE4",
        "'# coding: shift_jis\n\n\u00a0',  Shift_JIS,  3, 0xA0",
        "'\u00ef\u00bb\u00bfa\nb\n\u00ff', UTF-8,      3, 0xFF",
        "'\u00fe\u00ff\u0000a\u0000\n\u0000', UTF-16BE, 2, 0x00",
    })
    void bytesThatAreNotInItsEncodingAreToldWithTheirLine(String bytes, String encoding, int line, String found)
            throws Exception {
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> reader().read(file))
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(Problem.of("a requirements file is not in " + encoding)
                                .at(file + ", line " + line)
                                .found("the byte " + found)
                                .remedy("save the file as UTF-8")));
    }

    @Test
    void anUnknownEncodingIsTold() throws Exception {
        assertThat(problems("# -*- coding: klingon -*-\n").get(0).found()).isEqualTo("klingon");
    }

    private RequirementsReader reader() {
        return new RequirementsReader(folder, variables::get);
    }

    private RequirementsFile read(String text) throws Exception {
        write("requirements.txt", text);
        return reader().read(file);
    }

    private List<Problem> problems(String text) throws IOException {
        write("requirements.txt", text);
        try {
            throw new AssertionError(reader().read(file));
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    private void write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
