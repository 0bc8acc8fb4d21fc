package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.testing.TestZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentralDirectoryTest {

    private static final String END = "PK\005\006";
    private static final String ENTRY = "PK\001\002";

    @TempDir
    private Path folder;

    private List<DirectoryEntry> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file.zip"), bytes);
        try (FileChannel channel = FileChannel.open(file)) {
            return CentralDirectory.read(new FileBytes(channel)).entries();
        }
    }

    private List<String> names(byte[] bytes) throws IOException {
        return read(bytes).stream().map(DirectoryEntry::name).toList();
    }

    private static TestZip zip() {
        return new TestZip()
                .file("a.py", "content ".repeat(50))
                .executable("bin/run", "#!/bin/sh\n")
                .link("link", "a.py")
                .stored("größe.txt", "5")
                .file("folder/", "");
    }

    private static ByteBuffer fields(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The comment at the end, whose length stands in front of it. */
    private static byte[] withComment(byte[] zip, byte[] comment) {
        byte[] changed = concatenated(zip, comment);
        fields(changed).putShort(zip.length - 2, (short) comment.length);
        return changed;
    }

    @Test
    void modesAreThoseOfEntriesMadeOnUnix() throws Exception {
        byte[] zip = zip().bytes();
        assertThat(read(zip)).extracting(DirectoryEntry::unixMode).startsWith(0100644, 0100755, 0120777);

        zip[TestZip.indexOf(zip, ENTRY) + 5] = 0;
        assertThat(read(zip)).extracting(DirectoryEntry::unixMode).startsWith(0, 0100755);
    }

    @Test
    void anEmptyArchiveHasNoEntries() throws Exception {
        assertThat(read(new TestZip().bytes())).isEmpty();
    }

    @Test
    void commentsAreSkipped() throws Exception {
        assertThat(names(withComment(zip().bytes(), ascii("made by hand"))))
                .containsExactly("a.py", "bin/run", "link", "größe.txt", "folder/");
        assertThat(names(withComment(zip().bytes(), new byte[0xFFFF]))).hasSize(5);
    }

    @Test
    void ofSeveralEndsTheLastOneCounts() throws Exception {
        byte[] other = new TestZip().file("other", "").bytes();

        assertThat(names(withComment(zip().bytes(), other))).containsExactly("other");
    }

    @Test
    void offsetsCountFromWhereTheArchiveBegins() throws Exception {
        byte[] zip = zip().bytes();
        List<Long> plain = read(zip).stream().map(DirectoryEntry::headerOffset).toList();

        assertThat(read(concatenated(ascii("#!/usr/bin/python\n"), zip)))
                .extracting(DirectoryEntry::headerOffset)
                .containsExactlyElementsOf(
                        plain.stream().map(offset -> offset + 18).toList());
    }

    @Test
    void numbersOf64BitsAreRead() throws Exception {
        byte[] zip = zip64();

        assertThat(read(zip)).extracting(DirectoryEntry::size).containsExactly(12L, 12L);
        assertThat(read(concatenated(ascii("before"), zip)).get(1).headerOffset())
                .isEqualTo(read(zip).get(1).headerOffset() + 6);
    }

    private static byte[] zip64() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            out.setUseZip64(Zip64Mode.Always);
            for (String name : List.of("a", "b")) {
                out.putArchiveEntry(new ZipArchiveEntry(name));
                out.write(ascii("content of " + name));
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The first entry's field has both sizes and the offset, the end the directory's size and offset. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 51, its directory has numbers that no file can have",
        "1, 2, 59, its directory has numbers that no file can have",
        "1, 2, 67, its directory has numbers that no file can have",
        "6, 6, 40, its directory is not where its end says",
        "6, 6, 48, its directory is not where its end says",
    })
    void numbersOf64BitsThatNoFileCanHaveAreRefused(int third, int fourth, int field, String why) throws Exception {
        for (long number : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 60) + 1}) {
            byte[] zip = zip64();
            fields(zip).putLong(TestZip.indexOf(zip, "PK" + (char) third + (char) fourth) + field, number);

            assertThatExceptionOfType(ZipException.class)
                    .isThrownBy(() -> read(zip))
                    .withMessage(why);
        }
    }

    @Test
    void whateverStandsInNumbersOf64BitsIsAnIoExceptionAtWorst() throws Exception {
        byte[] sound = zip64();
        int directory = TestZip.indexOf(sound, ENTRY);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = sound.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[directory + random.nextInt(bytes.length - directory)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("file.zip"), bytes);
            try (SourceArchive archive = SourceArchive.open(file)) {
                archive.ambiguities();
                for (SourceEntry entry : archive.entries()) {
                    entry.copyTo(OutputStream.nullOutputStream());
                }
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 4_999);
    }

    @Test
    void moreEntriesThan16BitsCanCountAreRead() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            for (int i = 0; i < 70_000; i++) {
                out.putArchiveEntry(new ZipArchiveEntry(i + "/"));
                out.closeArchiveEntry();
            }
        }

        assertThat(read(bytes.toByteArray())).hasSize(70_000);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 4,     'its directory has 5 entries, and its end speaks of 4'",
        "10, 0,     'its directory has 5 entries, and its end speaks of 0'",
        "12, 0,     'its directory has 0 entries, and its end speaks of 5'",
        "12, 46,    its directory is damaged",
        "12, 60000, 'its directory is not where its end says'",
        "16, 60000, 'its directory is not where its end says'",
    })
    void anEndThatIsWrongIsRefused(int field, int value, String why) {
        byte[] zip = zip().bytes();
        fields(zip).putShort(TestZip.indexOf(zip, END) + field, (short) value);

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> read(zip))
                .withMessage(why);
    }

    @ParameterizedTest
    @CsvSource({
        "0,  0,      its directory is damaged",
        "28, 30000,  its directory is cut short",
        "30, 30000,  its directory is cut short",
        "32, 30000,  its directory is cut short",
        "28, 3,      its directory is damaged",
        "20, -1,     its directory lacks a number that is too large for 32 bits",
        "42, -1,     its directory lacks a number that is too large for 32 bits",
    })
    void anEntryThatIsWrongIsRefused(int field, int value, String why) {
        byte[] zip = zip().bytes();
        int at = TestZip.indexOf(zip, ENTRY) + field;
        if (value < 0) {
            fields(zip).putInt(at, value);
        } else {
            fields(zip).putShort(at, (short) value);
        }

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> read(zip))
                .withMessage(why);
    }

    @Test
    void aNameThatIsNotInItsEncodingIsRefused() {
        byte[] zip = zip().bytes();
        int name = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("gr\u00C3\u00B6");
        zip[name + 2] = (byte) 0xFF;

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> read(zip))
                .withMessage("the name of an entry is not UTF-8, which it is said to be");
    }

    @Test
    void noPartOfAnArchiveIsOne() {
        byte[] zip = zip().bytes();
        for (int length = 0; length < zip.length; length++) {
            byte[] part = Arrays.copyOf(zip, length);

            assertThatExceptionOfType(IOException.class).as("%d bytes", length).isThrownBy(() -> read(part));
        }
    }

    /** What both readers take, both read alike; and whatever the bytes are, an IOException is the worst that comes of them. */
    @Test
    void damagedArchivesAreRefusedOrReadAsAnotherReaderReadsThem() throws Exception {
        byte[] sound = zip().bytes();
        int directory = TestZip.indexOf(sound, ENTRY);
        Random random = new Random(7);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = sound.clone();
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                bytes[directory + random.nextInt(bytes.length - directory)] = (byte) random.nextInt(256);
            }
            List<DirectoryEntry> entries;
            List<ZipArchiveEntry> others;
            try {
                entries = read(bytes);
                others = readByAnother();
            } catch (IOException | IllegalArgumentException e) {
                continue;
            }
            accepted++;
            assertThat(entries.stream().map(CentralDirectoryTest::text))
                    .as("change %d", i)
                    .isEqualTo(others.stream().map(CentralDirectoryTest::text).toList());
        }
        assertThat(accepted).isGreaterThan(5_000);
    }

    private List<ZipArchiveEntry> readByAnother() throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setPath(folder.resolve("file.zip"))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            return Collections.list(zip.getEntries());
        }
    }

    private static String text(DirectoryEntry entry) {
        return "%s %d %s %d %d %d %d"
                .formatted(
                        new String(entry.rawName(), StandardCharsets.ISO_8859_1),
                        entry.method(),
                        entry.isEncrypted(),
                        entry.crc(),
                        entry.compressedSize(),
                        entry.size(),
                        entry.headerOffset());
    }

    private static String text(ZipArchiveEntry entry) {
        return "%s %d %s %d %d %d %d"
                .formatted(
                        new String(entry.getRawName(), StandardCharsets.ISO_8859_1),
                        entry.getMethod(),
                        entry.getGeneralPurposeBit().usesEncryption(),
                        entry.getCrc(),
                        entry.getCompressedSize(),
                        entry.getSize(),
                        entry.getLocalHeaderOffset());
    }
}
