package io.github.pythonlambda.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.123456789Z");

    @TempDir
    Path folder;

    private Path file;
    private FileState state;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("main.py"), "app = 1\n");
        date(file, LONG_AGO);
        state = FileState.of(file);
    }

    private static void date(Path path, Instant time) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(time));
    }

    @Test
    void whatNobodyTouchesIsUnchanged() throws Exception {
        assertThat(state.isUnchanged()).isTrue();
    }

    @Test
    void aNewTimeAloneIsNoChange() throws Exception {
        date(file, Instant.now());

        assertThat(state.isUnchanged()).isTrue();
    }

    @Test
    void otherContentOfTheSameSizeIsAChange() throws Exception {
        Files.writeString(file, "app = 2\n");

        assertThat(state.isUnchanged()).isFalse();
    }

    @Test
    void anotherSizeIsAChangeEvenWithTheSameTime() throws Exception {
        Files.writeString(file, "app = 12\n");
        date(file, LONG_AGO);

        assertThat(state.isUnchanged()).isFalse();
    }

    @Test
    void aFileThatIsGoneIsAChange() throws Exception {
        Files.delete(file);

        assertThat(state.isUnchanged()).isFalse();
    }

    @Test
    void aFolderInItsPlaceIsAChange() throws Exception {
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(state.isUnchanged()).isFalse();
    }

    @Test
    void aFileThatAppearsIsAChange() throws Exception {
        FileState nothing = FileState.of(folder.resolve("pylock.toml"));
        assertThat(nothing.isUnchanged()).isTrue();

        Files.writeString(folder.resolve("pylock.toml"), "");

        assertThat(nothing.isUnchanged()).isFalse();
    }

    @Test
    void aFolderChangesWithTheNamesInIt() throws Exception {
        FileState before = FileState.of(folder);
        Files.writeString(file, "other");
        assertThat(before.isUnchanged()).as("content").isTrue();

        Path more = Files.writeString(folder.resolve("more.py"), "");
        assertThat(before.isUnchanged()).as("a file more").isFalse();

        Files.delete(more);
        assertThat(before.isUnchanged()).as("as it was").isTrue();

        Files.delete(file);
        Files.createDirectory(file);
        assertThat(before.isUnchanged()).as("a folder for a file").isFalse();
    }

    @Test
    void aLinkIsWhatItLeadsTo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.py"), file);
        FileState linked = FileState.of(link);

        Files.writeString(file, "app = 2\n");

        assertThat(linked.isUnchanged()).isFalse();
    }

    @Test
    void whatIsModifiedWhenTheBuildReadsIsNotSettled() throws Exception {
        assertThat(state.isSettledAt(LONG_AGO.plusSeconds(1))).isTrue();
        assertThat(state.isSettledAt(LONG_AGO.plusMillis(5)))
                .as("within a tick of the clock")
                .isFalse();
        assertThat(state.isSettledAt(LONG_AGO.minusSeconds(1))).isFalse();
    }

    @Test
    void aTimeInWholeSecondsMayBeRoundedByTwoOfThem() throws Exception {
        Instant whole = Instant.parse("2026-01-01T00:00:00Z");
        date(file, whole);

        FileState coarse = FileState.of(file);

        assertThat(coarse.isSettledAt(whole.plusMillis(1900))).isFalse();
        assertThat(coarse.isSettledAt(whole.plusMillis(2100))).isTrue();
    }
}
