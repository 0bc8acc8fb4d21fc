package io.github.pythonlambda.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds ELF images for tests: headers, a dynamic section and its tables, and no code. Each method gives back a new
 * description; nothing is changed.
 */
public record TestElf(
        int bits,
        ByteOrder order,
        int machine,
        int type,
        boolean dynamic,
        List<Text> texts,
        Map<String, List<Version>> versions) {

    public static final int X86_64 = 62;
    public static final int AARCH64 = 183;

    private static final long LOAD_ADDRESS = 0x10000;
    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;
    private static final int DT_SONAME = 14;
    private static final int DT_RPATH = 15;
    private static final int DT_RUNPATH = 29;
    private static final int DT_VERNEED = 0x6FFFFFFE;
    private static final int DT_VERNEEDNUM = 0x6FFFFFFF;
    private static final int RECORD_BYTES = 16;

    /** A text of the dynamic section. */
    public record Text(int tag, String value) {}

    /** A version that a library has to define. */
    public record Version(String name, boolean weak) {}

    /** A shared library of 64 bits that needs nothing. */
    public static TestElf of(int machine) {
        return new TestElf(64, ByteOrder.LITTLE_ENDIAN, machine, 3, true, List.of(), Map.of());
    }

    public TestElf bits(int newBits) {
        return new TestElf(newBits, order, machine, type, dynamic, texts, versions);
    }

    public TestElf bigEndian() {
        return new TestElf(bits, ByteOrder.BIG_ENDIAN, machine, type, dynamic, texts, versions);
    }

    public TestElf type(int newType) {
        return new TestElf(bits, order, machine, newType, dynamic, texts, versions);
    }

    /** Leaves the dynamic section out, as static programs do. */
    public TestElf withoutDynamic() {
        return new TestElf(bits, order, machine, type, false, texts, versions);
    }

    public TestElf needs(String library) {
        return text(DT_NEEDED, library);
    }

    public TestElf soname(String name) {
        return text(DT_SONAME, name);
    }

    public TestElf rpath(String path) {
        return text(DT_RPATH, path);
    }

    public TestElf runpath(String path) {
        return text(DT_RUNPATH, path);
    }

    private TestElf text(int tag, String value) {
        List<Text> more = new ArrayList<>(texts);
        more.add(new Text(tag, value));
        return new TestElf(bits, order, machine, type, dynamic, List.copyOf(more), versions);
    }

    /** Adds a version of a library, which is needed as well. */
    public TestElf needs(String library, String version) {
        return version(library, new Version(version, false));
    }

    public TestElf needsWeakly(String library, String version) {
        return version(library, new Version(version, true));
    }

    private TestElf version(String library, Version version) {
        Map<String, List<Version>> more = new LinkedHashMap<>(versions);
        List<Version> own = new ArrayList<>(more.getOrDefault(library, List.of()));
        own.add(version);
        more.put(library, List.copyOf(own));
        TestElf needing = texts.contains(new Text(DT_NEEDED, library)) ? this : needs(library);
        return new TestElf(bits, order, machine, type, dynamic, needing.texts, more);
    }

    private boolean is64() {
        return bits == 64;
    }

    private int wordBytes() {
        return bits / Byte.SIZE;
    }

    private int headerBytes() {
        return is64() ? 64 : 52;
    }

    private int segmentBytes() {
        return is64() ? 56 : 32;
    }

    /** Where the dynamic section is. */
    public int dynamicOffset() {
        return headerBytes() + 2 * segmentBytes();
    }

    /** The file. */
    public byte[] bytes() {
        Strings strings = new Strings();
        List<long[]> entries = new ArrayList<>();
        texts.forEach(text -> entries.add(new long[] {text.tag(), strings.add(text.value())}));
        int entryCount = texts.size() + 4;
        int versionsOffset = dynamicOffset() + entryCount * 2 * wordBytes();
        byte[] versionTable = versionTable(strings);
        int stringsOffset = versionsOffset + versionTable.length;
        byte[] stringTable = strings.bytes();
        entries.add(new long[] {DT_STRTAB, LOAD_ADDRESS + stringsOffset});
        entries.add(new long[] {DT_VERNEED, LOAD_ADDRESS + versionsOffset});
        entries.add(new long[] {DT_VERNEEDNUM, versions.size()});
        if (versions.isEmpty()) {
            entries.subList(entries.size() - 2, entries.size()).clear();
        }
        int size = stringsOffset + stringTable.length;
        ByteBuffer file = ByteBuffer.allocate(size).order(order);
        header(file);
        segment(file, 1, 0, LOAD_ADDRESS, size);
        segment(file, 2, dynamicOffset(), LOAD_ADDRESS + dynamicOffset(), (long) entryCount * 2 * wordBytes());
        for (long[] entry : entries) {
            word(file, entry[0]);
            word(file, entry[1]);
        }
        file.position(versionsOffset).put(versionTable).put(stringTable);
        return file.array();
    }

    private void header(ByteBuffer file) {
        file.put(new byte[] {
            0x7F, 'E', 'L', 'F', (byte) (is64() ? 2 : 1), (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2), 1, 0
        });
        file.position(16).putShort((short) type).putShort((short) machine).putInt(1);
        word(file, 0);
        word(file, headerBytes());
        word(file, 0);
        file.putInt(0).putShort((short) headerBytes()).putShort((short) segmentBytes());
        file.putShort((short) (dynamic ? 2 : 1));
        file.position(headerBytes());
    }

    private void segment(ByteBuffer file, int kind, long offset, long address, long length) {
        int start = file.position();
        file.putInt(kind);
        if (is64()) {
            file.putInt(0);
        }
        word(file, offset);
        word(file, address);
        word(file, address);
        word(file, length);
        word(file, length);
        file.position(start + segmentBytes());
    }

    private void word(ByteBuffer file, long value) {
        if (is64()) {
            file.putLong(value);
        } else {
            file.putInt((int) value);
        }
    }

    /** Each library's record is followed by those of its versions. */
    private byte[] versionTable(Strings strings) {
        int records = versions.size()
                + versions.values().stream().mapToInt(List::size).sum();
        ByteBuffer table = ByteBuffer.allocate(records * RECORD_BYTES).order(order);
        int libraries = versions.size();
        for (Map.Entry<String, List<Version>> library : versions.entrySet()) {
            List<Version> own = library.getValue();
            libraries--;
            table.putShort((short) 1).putShort((short) own.size()).putInt(strings.add(library.getKey()));
            table.putInt(RECORD_BYTES).putInt(libraries == 0 ? 0 : RECORD_BYTES * (1 + own.size()));
            for (int i = 0; i < own.size(); i++) {
                table.putInt(0).putShort((short) (own.get(i).weak() ? 2 : 0)).putShort((short) 0);
                table.putInt(strings.add(own.get(i).name())).putInt(i == own.size() - 1 ? 0 : RECORD_BYTES);
            }
        }
        return table.array();
    }

    /** A table of texts that end in zero bytes, the first of them empty. */
    private static final class Strings {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Strings() {
            bytes.write(0);
        }

        int add(String text) {
            int offset = bytes.size();
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
            return offset;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
