package io.github.pythonlambda.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final String OLD = "0".repeat(64);
    private static final String NEW = "f".repeat(64);
    private static final String INTERPRETER = "cpython/3.14.3-1.5.13-linux-x86_64-1";
    private static final String OTHER_INTERPRETER = "cpython/3.7.9-1.5.0-linux-x86_64-1";

    private static final String OLD_PROGRAM = "program/0123456789abcdef";

    /** The items of a cache as builds leave it, those that are old first. */
    private static final List<String> OLD_ITEMS = List.of(
            "wheels/00/" + OLD,
            "built/sdist/" + OLD,
            "bytecode/00/" + OLD + "/3.13.5-0123456789abcdef.zip",
            "checks/1/00/" + OLD + ".json",
            "resolutions/pylock." + OLD + ".toml",
            "resolutions/known." + OLD + ".json",
            "builds/home/old/target/package-default",
            OLD_PROGRAM,
            OTHER_INTERPRETER);

    private static final List<String> NEW_ITEMS =
            OLD_ITEMS.stream().map(PruningTest::asNew).toList();

    @TempDir
    Path folder;

    private Path root;

    private static String asNew(String path) {
        return path.replace(OLD, NEW)
                .replace("/00/", "/ff/")
                .replace("/old/", "/new/")
                .replace(OLD_PROGRAM, "program/fedcba9876543210")
                .replace(OTHER_INTERPRETER, "cpython/3.8.1-1.5.0-linux-x86_64-1");
    }

    @BeforeEach
    void fill() throws IOException {
        root = folder.resolve("cache");
        for (String path : OLD_ITEMS) {
            item(path, Duration.ofDays(40));
        }
        for (String path : NEW_ITEMS) {
            item(path, Duration.ofDays(20));
        }
        item(INTERPRETER, Duration.ofDays(400));
    }

    /** An item of 100 bytes. */
    private void item(String path, Duration age) throws IOException {
        Path item = root.resolve(path);
        boolean isFile = path.endsWith(".json") || path.endsWith(".toml") || path.endsWith(".zip");
        Path file = isFile ? item : item.resolve("uses");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[100]);
        Files.setLastModifiedTime(item, FileTime.from(Instant.now().minus(age)));
    }

    private PruneResult prune(Duration unusedFor) throws Exception {
        return new Pruning(new CacheFolders(root), () -> {}).run(unusedFor);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    @Test
    void whatWasNotUsedGoesAndTheRestStays() throws Exception {
        PruneResult result = prune(MONTH);

        assertThat(OLD_ITEMS).noneMatch(path -> Files.exists(root.resolve(path)));
        assertThat(NEW_ITEMS).allMatch(path -> Files.exists(root.resolve(path)));
        assertThat(root.resolve("wheels/00")).as("no empty folder stays").doesNotExist();
        assertThat(result.freed()).isEqualTo(900);
        assertThat(result.left()).isEqualTo(1000);
        assertThat(result.unknown()).isEmpty();
        assertThat(result.failures()).isEmpty();
        assertThat(result.parts()).contains(new PruneResult.Part("wheels", 2, 200, 1, 100));
        assertThat(result.parts()).contains(new PruneResult.Part("resolutions", 4, 400, 2, 200));
    }

    @Test
    void interpretersOfThisVersionStay() throws Exception {
        prune(Duration.ofDays(1));

        assertThat(root.resolve(INTERPRETER)).exists();
        assertThat(root.resolve(OTHER_INTERPRETER)).doesNotExist();
    }

    @Test
    void everythingIsEverything() throws Exception {
        PruneResult result = prune(Duration.ZERO);

        assertThat(files()).containsExactly(".in-use/gate");
        assertThat(result.freed()).isEqualTo(1900);
        assertThat(result.left()).isZero();
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() throws Exception {
        List<String> before = files();

        PruneResult dry = new Pruning(new CacheFolders(root), () -> {}).dryRun(MONTH);

        assertThat(files()).isEqualTo(before);
        assertThat(dry).isEqualTo(prune(MONTH));
    }

    @Test
    void whatIsNotThePluginsIsLeftAloneAndTold() throws Exception {
        List<String> mine = List.of(
                "notes.txt", "wheels/README", "wheels/00/mine.whl", "resolutions/pylock.toml", "builds/home/mine.txt");
        for (String path : mine) {
            Path file = root.resolve(path);
            Files.writeString(file, "mine");
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }

        PruneResult result = prune(Duration.ZERO);

        assertThat(mine).allMatch(path -> Files.exists(root.resolve(path)));
        assertThat(result.unknown())
                .containsExactlyInAnyOrderElementsOf(
                        mine.stream().map(root::resolve).toList());
    }

    @Test
    void whatStoppedBuildsHaveLeftGoesAtOnce() throws Exception {
        List<String> remains = List.of(
                "wheels/.incoming-1.tmp",
                "wheels/.locks/" + NEW,
                "wheels/ff/.pruned-1/one.whl",
                "built/sdist/.unfinished-1/one.whl",
                "bytecode/compiling-1/sources",
                "checks/1/ff/.x.json.1-2.tmp",
                "resolutions/.locks/" + NEW,
                "resolutions/.pylock.toml.1-2.tmp",
                "cpython/.unfinished-1/python",
                "work/pip-1/report.json");
        for (String path : remains) {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[1]);
        }

        PruneResult result = prune(MONTH);

        assertThat(remains).noneMatch(path -> Files.exists(root.resolve(path)));
        assertThat(result.freed()).isEqualTo(900 + remains.size());
        assertThat(result.unknown()).isEmpty();
    }

    @Test
    void aCacheThatIsNotThereIsNotMade() throws Exception {
        root = folder.resolve("none");

        assertThat(prune(MONTH)).isEqualTo(PruneResult.NOTHING);
        assertThat(new Pruning(new CacheFolders(root), () -> {}).dryRun(MONTH).freed())
                .isZero();
        assertThat(root).doesNotExist();
    }
}
