package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

    @TempDir
    Path folder;

    @Test
    void readOnlyFoldersAreRemovedToo() throws Exception {
        ScratchFolder scratch = ScratchFolder.in(folder, ".scratch-");
        Path deep = Files.createDirectories(scratch.path().resolve("a/b"));
        Files.writeString(deep.resolve("file"), "");
        assertThat(deep.toFile().setWritable(false)).isTrue();
        assertThat(deep.getParent().toFile().setWritable(false)).isTrue();

        scratch.close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void linksAreRemovedAndNotFollowed() throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("file"), "");
        ScratchFolder scratch = ScratchFolder.in(folder, ".scratch-");
        Files.createSymbolicLink(scratch.path().resolve("link"), kept);

        scratch.close();

        assertThat(kept.resolve("file")).exists();
        assertThat(scratch.path()).doesNotExist();
    }
}
