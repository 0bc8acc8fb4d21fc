package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.testing.TestZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            archive.entries().get(0).copyTo(OutputStream.nullOutputStream());
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
                    .isThrownBy(() -> archive.entries().get(0).copyTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(ZipException.class)
                    .withMessage("entry a is damaged: its size or CRC-32 is not what the archive says");
        }
    }

    /** Changes a field of the first entry in the directory, and reads the entry. */
    private String damageBy(TestZip zip, int field, int value) throws IOException {
        byte[] bytes = zip.bytes();
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(TestZip.indexOf(bytes, "PK\001\002") + field, value);
        Files.write(file(), bytes);
        try (SourceArchive archive = SourceArchive.open(file())) {
            SourceEntry entry = archive.entries().get(0);
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            String message = catchThrowableOfType(ZipException.class, () -> entry.copyTo(sink))
                    .getMessage();
            assertThat(sink.size()).isLessThanOrEqualTo((int) Math.max(0, entry.size()));
            return message;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deflated, 16, 1,      its size or CRC-32 is not what the archive says",
        "deflated, 20, 8,      its compressed bytes are cut short",
        "deflated, 20, 40,     its compressed bytes are longer than what they hold",
        "deflated, 24, 100,    it is larger than the archive says",
        "deflated, 24, 0,      it is larger than the archive says",
        "deflated, 24, 90000,  its size or CRC-32 is not what the archive says",
        "stored,   24, 100,    it is stored and has two sizes"
    })
    void anEntryThatIsNotAsTheArchiveSaysIsFound(String how, int field, int value, String why) throws IOException {
        String content = "content ".repeat(100);
        TestZip zip = how.equals("stored") ? new TestZip().stored("a", content) : new TestZip().file("a", content);
        zip.stored("b", "room behind the first entry");

        assertThat(damageBy(zip, field, value)).isEqualTo("entry a is damaged: " + why);
    }

    @Test
    void anEntryThatReachesOutOfTheArchiveIsFound() throws IOException {
        assertThat(damageBy(new TestZip().file("a", "content"), 20, 1_000_000))
                .startsWith("entry a is damaged: its place in the archive is wrong (");
    }

    @Test
    void refusesWhatIsNoZipFile() throws IOException {
        Files.write(file(), "not a zip file at all".getBytes(StandardCharsets.UTF_8));

        assertThatIOException().isThrownBy(() -> SourceArchive.open(file()));
    }
}
