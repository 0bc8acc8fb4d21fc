package io.github.pythonlambda.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** Builds zip files that decent programs do not write: with entries twice, with links, with any name. */
public final class TestZip {

    private static final int FLAGS_IN_CENTRAL_HEADER = 8;

    private record Entry(String name, int mode, boolean stored, byte[] content) {}

    private final List<Entry> entries = new ArrayList<>();
    private boolean encrypted;
    private @Nullable String unicodeName;

    /** A deflated file. */
    public TestZip file(String name, String content) {
        return add(name, UnixStat.FILE_FLAG | 0644, false, content);
    }

    public TestZip executable(String name, String content) {
        return add(name, UnixStat.FILE_FLAG | 0755, false, content);
    }

    /** A file that is not compressed, so that its bytes can be found in the zip. */
    public TestZip stored(String name, String content) {
        return add(name, UnixStat.FILE_FLAG | 0644, true, content);
    }

    public TestZip link(String name, String destination) {
        return add(name, UnixStat.LINK_FLAG | 0777, false, destination);
    }

    /** The folder of metadata without which no zip is a wheel. */
    public TestZip distInfo(String name, String version) {
        String folder = name + "-" + version + ".dist-info/";
        return file(folder + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n")
                .file(folder + "WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
                .file(folder + "RECORD", "");
    }

    /** Marks the first entry as encrypted, without encrypting it. */
    public TestZip markedAsEncrypted() {
        encrypted = true;
        return this;
    }

    /** Gives the first entry another name in the field for Unicode. */
    public TestZip unicodeName(String name) {
        unicodeName = name;
        return this;
    }

    private TestZip add(String name, int mode, boolean stored, String content) {
        entries.add(new Entry(name, mode, stored, content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = header(entry);
                if (unicodeName != null && entry == entries.get(0)) {
                    header.addExtraField(
                            new UnicodePathExtraField(unicodeName, entry.name().getBytes(StandardCharsets.UTF_8)));
                }
                zip.putArchiveEntry(header);
                zip.write(entry.content());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] result = bytes.toByteArray();
        if (encrypted) {
            result[indexOf(result, "PK\001\002") + FLAGS_IN_CENTRAL_HEADER] |= 1;
        }
        return result;
    }

    private static ZipArchiveEntry header(Entry entry) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
        header.setUnixMode(entry.mode());
        header.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        if (entry.stored()) {
            CRC32 crc = new CRC32();
            crc.update(entry.content());
            header.setMethod(ZipArchiveEntry.STORED);
            header.setSize(entry.content().length);
            header.setCrc(crc.getValue());
        }
        return header;
    }

    /** Where a text is in a file. */
    public static int indexOf(byte[] file, String text) {
        int index = new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("not in the file: " + text);
        }
        return index;
    }

    public Path writeTo(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
