package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PylockWriterTest {

    private static final Map<String, String> HASHES = Map.of("sha256", "ab".repeat(32), "md5", "cd".repeat(16));

    @Test
    void writesTheKeysOfTheSpecificationInItsOrderAndAFileInALine() throws Exception {
        assertThat(PylockWriter.write(read(resource("spec-example.toml"))))
                .isEqualTo(resource("spec-example-written.toml"));
    }

    @Test
    void writesTheSameTextForTheSameLockInAnyOrder() throws Exception {
        Pylock lock = read(resource("spec-example.toml"));
        List<LockedPackage> packages = new ArrayList<>();
        for (LockedPackage locked : lock.packages()) {
            Distributions files = (Distributions) locked.source();
            List<LockedWheel> wheels = new ArrayList<>(files.wheels());
            Collections.reverse(wheels);
            packages.add(0, withSource(locked, new Distributions(files.sdist(), wheels)));
        }

        assertThat(PylockWriter.write(with(lock, packages))).isEqualTo(PylockWriter.write(lock));
    }

    @Test
    void sortsEntriesOfOneNameByVersionThenMarker() throws Exception {
        Pylock lock = read("""
                lock-version = "1.0"
                created-by = "a"
                [[packages]]
                name = "a"
                version = "10"
                directory = { path = "1" }
                [[packages]]
                name = "a"
                version = "9"
                marker = "os_name == 'posix'"
                directory = { path = "2" }
                [[packages]]
                name = "a"
                version = "9"
                marker = "os_name == 'nt'"
                directory = { path = "3" }
                [[packages]]
                name = "a"
                directory = { path = "4" }
                """);

        assertThat(read(PylockWriter.write(lock)).packages())
                .extracting(locked -> ((DirectorySource) locked.source()).path())
                .containsExactly("4", "3", "2", "1");
    }

    @Test
    void writesEachKindOfSource() throws Exception {
        LockedFile file = new LockedFile("https://files.example/a.zip", "a.zip", 3L, null, HASHES);
        Pylock lock = with(
                read("lock-version = '1.0'\ncreated-by = 'a'\npackages = []"),
                List.of(
                        entry("archived", new ArchiveSource(file, "sub")),
                        entry("checked-out", new VcsSource("git", null, "../repo", "main", "c1", null)),
                        entry("local", new DirectorySource("../local", true, null))));

        assertThat(PylockWriter.write(lock)).isEqualTo("""
                lock-version = "1.0"
                created-by = "a"

                [[packages]]
                name = "archived"
                archive = { url = "https://files.example/a.zip", path = "a.zip", size = 3, hashes = { md5 = "%s", sha256 = "%s" }, subdirectory = "sub" }

                [[packages]]
                name = "checked-out"
                vcs = { type = "git", path = "../repo", requested-revision = "main", commit-id = "c1" }

                [[packages]]
                name = "local"
                directory = { path = "../local", editable = true }
                """.formatted(HASHES.get("md5"), HASHES.get("sha256")));
    }

    @Test
    void keepsTheDifferenceBetweenNoExtrasAndNoneStated() throws Exception {
        String silent = "lock-version = \"1.0\"\ncreated-by = \"a\"\npackages = []\n";
        String none =
                "lock-version = \"1.0\"\nextras = []\ndependency-groups = []\ncreated-by = \"a\"\npackages = []\n";

        assertThat(PylockWriter.write(read(silent))).isEqualTo(silent);
        assertThat(PylockWriter.write(read(none))).isEqualTo(none);
    }

    @Test
    void keepsOddTextsAndTheTablesOfTools() throws Exception {
        Pylock lock = read(OddLock.text());

        String written = PylockWriter.write(lock);

        assertThat(read(written)).isEqualTo(lock);
        assertThat(PylockWriter.write(read(written))).isEqualTo(written);
        assertThat(lock.tool()).containsKey("odd \"tool\"");
        assertThat(lock.packages().get(0).tool()).containsKey("a.b");
    }

    private static LockedPackage entry(String name, LockedSource source) {
        return LockedPackage.of(new ProjectName(name), null, source);
    }

    private static LockedPackage withSource(LockedPackage locked, LockedSource source) {
        return new LockedPackage(
                locked.name(),
                locked.version(),
                locked.marker(),
                locked.requiresPython(),
                locked.dependencies(),
                locked.index(),
                source,
                locked.attestationIdentities(),
                locked.tool());
    }

    private static Pylock with(Pylock lock, List<LockedPackage> packages) {
        return new Pylock(
                lock.lockVersion(),
                lock.environments(),
                lock.requiresPython(),
                lock.extras(),
                lock.dependencyGroups(),
                lock.defaultGroups(),
                lock.createdBy(),
                packages,
                lock.tool());
    }

    private static Pylock read(String text) throws ProblemException {
        return PylockReader.read(text, "pylock.toml");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PylockWriterTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
