package io.github.pythonlambda.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

    @TempDir
    Path folder;

    private Path file(String path, int bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[bytes]);
    }

    @Test
    void removesAFolderAndThoseAboveItThatAreEmptyThen() throws Exception {
        file("kept/ab/12/deep/one", 1);
        file("kept/ab/34/two", 1);

        Removal.remove(folder.resolve("kept/ab/12"), folder.resolve("kept"));
        assertThat(folder.resolve("kept/ab")).isDirectoryContaining("glob:**34").isNotEmptyDirectory();
        assertThat(folder.resolve("kept/ab/12")).doesNotExist();

        Removal.remove(folder.resolve("kept/ab/34"), folder.resolve("kept"));
        assertThat(folder.resolve("kept")).isEmptyDirectory();
    }

    @Test
    void goesOnWithWhatAStoppedOneHasBegun() throws Exception {
        file("kept/.pruned-1/rest", 1);

        Removal.remove(folder.resolve("kept/.pruned-1"), folder.resolve("kept"));

        assertThat(folder.resolve("kept")).isEmptyDirectory();
    }

    @Test
    void linksAreRemovedAndNotWhatTheyLeadTo() throws Exception {
        Path mine = file("mine/file", 1);
        Files.createDirectories(folder.resolve("kept/item"));
        Files.createSymbolicLink(folder.resolve("kept/item/link"), mine.getParent());
        Files.createSymbolicLink(folder.resolve("kept/other"), mine.getParent());

        Removal.remove(folder.resolve("kept/item"), folder.resolve("kept"));
        Removal.remove(folder.resolve("kept/other"), folder.resolve("kept"));

        assertThat(folder.resolve("kept")).isEmptyDirectory();
        assertThat(mine).exists();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void readOnlyFoldersAreNoObstacle() throws Exception {
        file("kept/item/sealed/file", 1);
        Files.setPosixFilePermissions(folder.resolve("kept/item/sealed"), PosixFilePermissions.fromString("r-xr-xr-x"));

        Removal.remove(folder.resolve("kept/item"), folder.resolve("kept"));

        assertThat(folder.resolve("kept")).isEmptyDirectory();
    }

    @Test
    void bytesAreThoseThatTheDiskGetsBack() throws Exception {
        file("item/one", 1000);
        Path linked = file("item/deep/two", 200);
        assertThat(Removal.bytes(folder.resolve("item"))).isEqualTo(1200);
        assertThat(Removal.bytes(folder.resolve("item/one"))).isEqualTo(1000);
        assertThat(Removal.bytes(folder.resolve("none"))).isZero();

        Files.createLink(folder.resolve("elsewhere"), linked);
        assertThat(Removal.bytes(folder.resolve("item"))).isEqualTo(1000);
    }
}
