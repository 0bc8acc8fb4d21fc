package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.testing.TestZip;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproducibleZipTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 23, 8, 0, 1);

    private final TimeZone zoneBefore = TimeZone.getDefault();
    private final Locale localeBefore = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restoreDefaults() {
        TimeZone.setDefault(zoneBefore);
        Locale.setDefault(localeBefore);
    }

    private static ArchiveEntry file(String path, String content) {
        return new ArchiveEntry(
                path, false, new ArchiveEntry.Content.Generated(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static ArchiveEntry program(String path, String content) {
        return new ArchiveEntry(path, true, file(path, content).content());
    }

    private Path write(List<ArchiveEntry> entries) throws IOException {
        return write(entries, TIME);
    }

    private Path write(List<ArchiveEntry> entries, LocalDateTime time) throws IOException {
        Path file = Files.createTempFile(folder, "out", ".zip");
        new ReproducibleZip(time).write(entries, file);
        return file;
    }

    private static List<ZipArchiveEntry> read(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            return Collections.list(zip.getEntriesInPhysicalOrder());
        }
    }

    @Test
    void bytesDoNotDependOnTheOrderOfTheEntries() throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            entries.add(file("package/module%02d.py".formatted(i), "n = " + i));
        }
        byte[] expected = Files.readAllBytes(write(entries));

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(entries, new Random(seed));
            assertThat(write(entries)).hasBinaryContent(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTC, en-US", "America/Los_Angeles, tr-TR", "Pacific/Kiritimati, ar-EG-u-nu-arab", "Asia/Kolkata, de-DE"
    })
    void bytesDoNotDependOnZoneAndLocale(String zone, String locale) throws IOException {
        List<ArchiveEntry> entries = List.of(file("i.py", "x"), program("I.sh", "#!/bin/sh"), file("ü.txt", "ü"));
        byte[] expected = Files.readAllBytes(write(entries));

        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(write(entries)).hasBinaryContent(expected);
    }

    @Test
    void bytesAreTheseAndNoOthers() throws IOException {
        assertThat(Sha256.ofFile(write(List.of(file("a.txt", "hello\n"), program("b.sh", "#!/bin/sh\n")))))
                .hasToString("a1465b03c12abf60531effcc686947c71ab4929667695241b52e388e2790d010");
    }

    @ParameterizedTest
    @CsvSource({"1980-01-01T00:00:02", "1980-02-01T00:00:00", "2026-07-01T02:30:00", "2099-12-31T23:59:58"})
    void everyEntryHasTheOneTime(LocalDateTime time) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));

        assertThat(read(write(List.of(file("a", ""), file("b", "b")), time)))
                .extracting(ZipArchiveEntry::getTimeLocal)
                .containsExactly(time, time);
    }

    @Test
    void entriesAreSortedByTheUtf8BytesOfTheirNames() throws IOException {
        // UTF-16, by which String.compareTo goes, has the last two the other way round.
        List<String> sorted = List.of("A.py", "a-b/x", "a.py", "a/x", "a_b", "b", "é", "\uFF5E", "\uD83D\uDE00");
        List<ArchiveEntry> entries =
                new ArrayList<>(sorted.stream().map(name -> file(name, "")).toList());
        Collections.reverse(entries);

        assertThat(read(write(entries))).extracting(ZipArchiveEntry::getName).containsExactlyElementsOf(sorted);
    }

    @Test
    void modesAreThoseOfUnixFiles() throws IOException {
        List<ZipArchiveEntry> entries = read(write(List.of(file("module.py", ""), program("run.sh", "#!/bin/sh"))));

        assertThat(entries).extracting(ZipArchiveEntry::getUnixMode).containsExactly(0100644, 0100755);
        assertThat(entries).extracting(ZipArchiveEntry::getPlatform).containsOnly(ZipArchiveEntry.PLATFORM_UNIX);
    }

    @Test
    void thereAreNeitherExtraFieldsNorCommentsNorDataDescriptors() throws IOException {
        Path source = TestWheel.of("demo", "1.0").writeTo(folder);
        try (SourceArchive archive = SourceArchive.open(source)) {
            List<ArchiveEntry> entries = new ArrayList<>(List.of(file("dir/ü", "ü")));
            archive.entries()
                    .forEach(entry ->
                            entries.add(new ArchiveEntry(entry.name(), false, new ArchiveEntry.Content.Copied(entry))));

            assertThat(read(write(entries))).hasSize(5).allSatisfy(entry -> {
                assertThat(entry.getExtraFields(true)).isEmpty();
                assertThat(entry.getLocalFileDataExtra()).isNullOrEmpty();
                assertThat(entry.getCentralDirectoryExtra()).isEmpty();
                assertThat(entry.getComment()).isNullOrEmpty();
                assertThat(entry.getGeneralPurposeBit().usesDataDescriptor()).isFalse();
            });
        }
    }

    @Test
    void contentOfAnotherArchiveKeepsItsCompressedBytes() throws IOException {
        Path source = new TestZip()
                .file("deflated.py", "x = 1\n".repeat(1000))
                .stored("stored.py", "y = 2\n")
                .writeTo(folder.resolve("source.zip"));
        try (SourceArchive archive = SourceArchive.open(source)) {
            Path copy = write(archive.entries().stream()
                    .map(entry ->
                            new ArchiveEntry("python/" + entry.name(), false, new ArchiveEntry.Content.Copied(entry)))
                    .toList());

            assertThat(raw(copy, "python/deflated.py")).isEqualTo(raw(source, "deflated.py"));
            assertThat(raw(copy, "python/stored.py")).isEqualTo(raw(source, "stored.py"));
            assertThat(read(copy))
                    .extracting(ZipArchiveEntry::getMethod)
                    .containsExactly(ZipMethod.DEFLATED.getCode(), ZipMethod.STORED.getCode());
            assertThat(content(copy, "python/deflated.py")).isEqualTo("x = 1\n".repeat(1000));
        }
    }

    @Test
    void ownFilesAreStoredSinceDeflatersDiffer() throws IOException {
        Path onDisk = Files.writeString(folder.resolve("main.py"), "x = 1\n".repeat(1000));
        Path zip = write(List.of(
                new ArchiveEntry("main.py", false, new ArchiveEntry.Content.OnDisk(onDisk, Files.size(onDisk)))));

        assertThat(read(zip)).extracting(ZipArchiveEntry::getMethod).containsExactly(ZipMethod.STORED.getCode());
        assertThat(content(zip, "main.py")).isEqualTo("x = 1\n".repeat(1000));
    }

    @Test
    void saysWhatWasWritten() throws IOException {
        Path file = folder.resolve("out.zip");

        WrittenZip written = new ReproducibleZip(TIME).write(List.of(file("a", "12345"), file("b", "123")), file);

        assertThat(written).isEqualTo(new WrittenZip(Sha256.ofFile(file), Files.size(file), 8, 2));
    }

    /** Buffers are of half a MiB: sizes around one, and of several. */
    @ParameterizedTest
    @CsvSource({"0, 524288", "524287, 1", "524288, 524288", "524000, 3000000", "5000000, 5000000"})
    void contentMayFillBuffersInAnyWay(int first, int second) throws IOException {
        byte[] noise = new byte[first + second];
        new Random(first).nextBytes(noise);
        byte[] a = Arrays.copyOf(noise, first);
        byte[] b = Arrays.copyOfRange(noise, first, noise.length);
        Path source = folder.resolve("source.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(source))) {
            zip.putNextEntry(new ZipEntry("b"));
            zip.write(b);
        }

        try (SourceArchive archive = SourceArchive.open(source)) {
            Path file = folder.resolve("out.zip");
            WrittenZip written = new ReproducibleZip(TIME)
                    .write(
                            List.of(
                                    new ArchiveEntry("a", false, new ArchiveEntry.Content.Generated(a)),
                                    new ArchiveEntry(
                                            "b",
                                            false,
                                            new ArchiveEntry.Content.Copied(
                                                    archive.entries().get(0)))),
                            file);

            assertThat(written.sha256()).isEqualTo(Sha256.ofFile(file));
            try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
                assertThat(zip.getInputStream(zip.getEntry("a")).readAllBytes()).isEqualTo(a);
                assertThat(zip.getInputStream(zip.getEntry("b")).readAllBytes()).isEqualTo(b);
            }
        }
    }

    @Test
    void moreFilesThanThePlainFormatCountsAreCounted() throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            entries.add(file("m" + i, ""));
        }

        Path zip = write(entries);

        assertThat(read(zip)).hasSize(70_000);
        try (java.util.zip.ZipFile other = new java.util.zip.ZipFile(zip.toFile())) {
            assertThat(other.size()).isEqualTo(70_000);
        }
    }

    @Test
    void aSourceThatIsCutOffMeanwhileIsTold() throws IOException {
        Path source = new TestZip().stored("a", "x".repeat(1000)).writeTo(folder.resolve("source.zip"));
        try (SourceArchive archive = SourceArchive.open(source)) {
            ArchiveEntry entry = new ArchiveEntry(
                    "a",
                    false,
                    new ArchiveEntry.Content.Copied(archive.entries().get(0)));
            Files.write(source, new byte[10]);

            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> write(List.of(entry)));
        }
    }

    private static byte[] raw(Path file, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            return zip.getRawInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private static String content(Path file, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
