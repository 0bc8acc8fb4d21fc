package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void nothingIsInPlaceBeforeTheCommit() throws IOException {
        Path target = folder.resolve("new/sub/app.zip");
        try (StagedFile staged = StagedFile.of(target)) {
            Files.writeString(staged.temporary(), "content");

            assertThat(target).doesNotExist();
            assertThat(staged.target()).isEqualTo(target);
            assertThat(staged.commit()).isTrue();
        }
        assertThat(target).hasContent("content");
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void theTemporaryFileIsInTheSameFolderSoThatItCanBeRenamed() throws IOException {
        try (StagedFile staged = StagedFile.of(folder.resolve("app.zip"))) {
            assertThat(staged.temporary().getParent()).isEqualTo(folder);
            assertThat(staged.temporary().getFileName().toString())
                    .startsWith(".app.zip.")
                    .endsWith(".tmp");
        }
    }

    @Test
    void aFileWithOtherBytesIsReplacedNotRewritten() throws IOException {
        Path target = Files.writeString(folder.resolve("app.zip"), "old content");
        Path sameInode = Files.createLink(folder.resolve("link"), target);
        try (StagedFile staged = StagedFile.of(target)) {
            Files.writeString(staged.temporary(), "new content");

            assertThat(staged.commit()).isTrue();
        }
        assertThat(target).hasContent("new content");
        assertThat(sameInode).hasContent("old content");
    }

    @Test
    void aFileWithTheSameBytesIsLeftAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("app.zip"), "content");
        Files.setLastModifiedTime(target, LONG_AGO);
        try (StagedFile staged = StagedFile.of(target)) {
            Files.writeString(staged.temporary(), "content");

            assertThat(staged.commit()).isFalse();
        }
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(LONG_AGO);
        assertThat(folder).isDirectoryContaining(target::equals).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void closingRemovesWhatWasNotCommitted() throws IOException {
        Path target = Files.writeString(folder.resolve("app.zip"), "old");
        try (StagedFile staged = StagedFile.of(target)) {
            Files.writeString(staged.temporary(), "half");
        }
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
