package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.pythonlambda.testing.TestZip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArchiveTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("source.zip");
    }

    @Test
    void saysOfEachEntryWhatTheCentralDirectorySays() throws IOException {
        new TestZip()
                .file("plain", "12345")
                .executable("program", "")
                .link("link", "plain")
                .file("folder/", "")
                .writeTo(file());
        try (SourceArchive archive = SourceArchive.open(file())) {
            assertThat(archive.path()).isEqualTo(file());
            assertThat(archive.entries())
                    .extracting(SourceEntry::name)
                    .containsExactly("plain", "program", "link", "folder/");
            assertThat(archive.entries()).extracting(SourceEntry::size).containsExactly(5L, 0L, 5L, 0L);
            assertThat(archive.entries())
                    .extracting(SourceEntry::isExecutable)
                    .containsExactly(false, true, true, false);
            assertThat(archive.entries())
                    .extracting(SourceEntry::isSymbolicLink)
                    .containsExactly(false, false, true, false);
            assertThat(archive.entries())
                    .extracting(SourceEntry::isDirectory)
                    .containsExactly(false, false, false, true);
            assertThat(archive.entries()).noneMatch(SourceEntry::isEncrypted).allMatch(SourceEntry::isCopyable);
        }
    }

    @Test
    void anEntryWithoutDamageIsVerified() throws IOException {
        new TestZip().file("a", "content ".repeat(100)).writeTo(file());
        try (SourceArchive archive = SourceArchive.open(file())) {
            archive.entries().get(0).verify();
            assertThat(archive.entries().get(0).readAll()).hasSize(800);
        }
    }

    @Test
    void anEntryWhoseBytesChangedIsFound() throws IOException {
        byte[] bytes = new TestZip().stored("a", "precious").bytes();
        bytes[TestZip.indexOf(bytes, "precious")] ^= 1;
        Files.write(file(), bytes);
        try (SourceArchive archive = SourceArchive.open(file())) {
            assertThatIOException()
                    .isThrownBy(() -> archive.entries().get(0).verify())
                    .isInstanceOf(ZipException.class)
                    .withMessage("entry a is damaged: its size or CRC-32 is not what the archive says");
        }
    }

    @Test
    void refusesWhatIsNoZipFile() throws IOException {
        Files.write(file(), "not a zip file at all".getBytes(StandardCharsets.UTF_8));

        assertThatIOException().isThrownBy(() -> SourceArchive.open(file()));
    }
}
