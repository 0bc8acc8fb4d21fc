package io.github.pythonlambda.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.testing.TestElf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ElfReaderTest {

    private static final TestElf LIBRARY = TestElf.of(TestElf.X86_64)
            .needs("libm.so.6")
            .needs("libc.so.6", "GLIBC_2.2.5")
            .needs("libc.so.6", "GLIBC_2.17")
            .needsWeakly("libc.so.6", "GLIBC_2.36")
            .needs("libstdc++.so.6", "GLIBCXX_3.4.29")
            .soname("libdemo.so.1")
            .runpath("$ORIGIN/../demo.libs:/usr/local/lib");

    private static ElfImage read(byte[] bytes) throws IOException {
        return ElfReader.read(ElfBytes.of(bytes, bytes.length));
    }

    private static ElfImage.VersionNeed need(String library, String version) {
        return new ElfImage.VersionNeed(library, version, false);
    }

    static Stream<TestElf> libraryInAllForms() {
        return Stream.of(
                LIBRARY, LIBRARY.bits(32), LIBRARY.bigEndian(), LIBRARY.bits(32).bigEndian());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("libraryInAllForms")
    void readsWhatTheLoaderWillAskFor(TestElf library) throws IOException {
        ElfImage image = read(library.bytes());

        assertThat(image.bits()).isEqualTo(library.bits());
        assertThat(image.littleEndian()).isEqualTo(library.order() == ByteOrder.LITTLE_ENDIAN);
        assertThat(image.machine()).isEqualTo("x86_64");
        assertThat(image.type()).isEqualTo(ElfImage.Type.SHARED);
        assertThat(image.needed()).containsExactly("libm.so.6", "libc.so.6", "libstdc++.so.6");
        assertThat(image.soname()).isEqualTo("libdemo.so.1");
        assertThat(image.searchPath()).containsExactly("$ORIGIN/../demo.libs", "/usr/local/lib");
        assertThat(image.versions())
                .containsExactly(
                        need("libc.so.6", "GLIBC_2.2.5"),
                        need("libc.so.6", "GLIBC_2.17"),
                        new ElfImage.VersionNeed("libc.so.6", "GLIBC_2.36", true),
                        need("libstdc++.so.6", "GLIBCXX_3.4.29"));
    }

    @Test
    void readsAFileAsItReadsBytes(@TempDir Path folder) throws IOException {
        byte[] bytes = LIBRARY.bytes();
        Path file = Files.write(folder.resolve("libdemo.so"), bytes);

        try (FileChannel channel = FileChannel.open(file)) {
            assertThat(ElfReader.read(ElfBytes.of(channel, bytes.length))).isEqualTo(read(bytes));
        }
    }

    @Test
    void theNewerSearchPathWins() throws IOException {
        assertThat(read(TestElf.of(TestElf.X86_64).rpath("/old").bytes()).searchPath())
                .containsExactly("/old");
        assertThat(read(TestElf.of(TestElf.X86_64).rpath("/old").runpath("/new").bytes())
                        .searchPath())
                .containsExactly("/new");
    }

    @ParameterizedTest
    @CsvSource({"3, i386", "40, arm", "62, x86_64", "183, aarch64", "243, riscv", "21, ppc64", "4711, machine 4711"})
    void machinesHaveNames(int number, String name) throws IOException {
        assertThat(read(TestElf.of(number).bytes()).machine()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"1, RELOCATABLE", "2, EXECUTABLE", "3, SHARED", "4, OTHER", "0, OTHER"})
    void kindsOfFilesAreToldApart(int number, ElfImage.Type type) throws IOException {
        assertThat(read(TestElf.of(TestElf.X86_64).type(number).bytes()).type()).isEqualTo(type);
    }

    @Test
    void aStaticProgramNeedsNothing() throws IOException {
        ElfImage image =
                read(TestElf.of(TestElf.AARCH64).type(2).withoutDynamic().bytes());

        assertThat(image.machine()).isEqualTo("aarch64");
        assertThat(image.needed()).isEmpty();
        assertThat(image.versions()).isEmpty();
        assertThat(image.soname()).isNull();
    }

    private static byte[] changed(int position, long value, int width) {
        byte[] bytes = LIBRARY.bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (width) {
            case 1 -> buffer.put(position, (byte) value);
            case 2 -> buffer.putShort(position, (short) value);
            default -> buffer.putLong(position, value);
        }
        return bytes;
    }

    private static byte[] cut(int length) {
        return Arrays.copyOf(LIBRARY.bytes(), length);
    }

    static Stream<Arguments> junk() {
        int dynamic = LIBRARY.dynamicOffset();
        return Stream.of(
                Arguments.of("an empty file", new byte[0], "it is shorter than an ELF header"),
                Arguments.of("the magic alone", cut(4), "it is shorter than an ELF header"),
                Arguments.of(
                        "a text",
                        "INPUT(libfoo.so.1) /* a linker's script */".getBytes(StandardCharsets.US_ASCII),
                        "it does not begin as an ELF file"),
                Arguments.of("an unknown class", changed(4, 3, 1), "it is of an unknown ELF class"),
                Arguments.of("an unknown order", changed(5, 0, 1), "it is in an unknown order of bytes"),
                Arguments.of("half a header", cut(30), "it is cut short, or refers to a place outside of itself"),
                Arguments.of("no program headers", cut(64), "it is cut short, or refers to a place outside of itself"),
                Arguments.of(
                        "half a file",
                        cut(LIBRARY.bytes().length / 2),
                        "it is cut short: a part that has to be loaded is not all there"),
                Arguments.of(
                        "one byte less",
                        cut(LIBRARY.bytes().length - 1),
                        "it is cut short: a part that has to be loaded is not all there"),
                Arguments.of("short program headers", changed(54, 8, 2), "its program headers are too short"),
                Arguments.of(
                        "more program headers than bytes",
                        changed(56, 0xFFFF, 2),
                        "it is cut short, or refers to a place outside of itself"),
                Arguments.of(
                        "program headers at a negative place",
                        changed(32, -8, 8),
                        "it is cut short, or refers to a place outside of itself"),
                Arguments.of(
                        "a dynamic section behind the end",
                        changed(64 + 56 + 8, Long.MAX_VALUE - 4, 8),
                        "it is cut short: a part that has to be loaded is not all there"),
                Arguments.of(
                        "a dynamic section of endless length",
                        changed(64 + 56 + 32, Long.MAX_VALUE, 8),
                        "it is cut short: a part that has to be loaded is not all there"),
                Arguments.of(
                        "a name behind the end",
                        changed(dynamic + 8, Integer.MAX_VALUE, 8),
                        "it refers to a text outside of itself"),
                Arguments.of(
                        "a name before the beginning",
                        changed(dynamic + 8, -1, 8),
                        "it refers to a text outside of itself"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("junk")
    void whatMakesNoSenseIsRefusedWithTheReason(String what, byte[] bytes, String message) {
        assertThatExceptionOfType(ElfFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage(message);
    }

    @Test
    void addressesThatAreNotLoadedAreRefused() {
        byte[] bytes = LIBRARY.bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // The only segment that is loaded becomes one that is not.
        buffer.putInt(64, 0);

        assertThatExceptionOfType(ElfFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("it refers to an address that is not loaded");
    }

    @Test
    void namesWithoutTheirTableAreRefused() {
        byte[] bytes = LIBRARY.bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int entry = LIBRARY.dynamicOffset();
        while (buffer.getLong(entry) != 5) {
            entry += 16;
        }
        buffer.putLong(entry, 0x6000_0000);

        assertThatExceptionOfType(ElfFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("it has no table of texts");
    }

    @Test
    void aNameWithoutEndIsRefused() {
        byte[] bytes = TestElf.of(TestElf.X86_64).needs("x".repeat(5_000)).bytes();

        assertThatExceptionOfType(ElfFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("a text in it has no end");
    }

    @Test
    void aTableThatLeadsBackIntoItselfIsLeftInTheEnd() {
        TestElf library = TestElf.of(TestElf.X86_64).needs("libc.so.6", "GLIBC_2.17");
        byte[] bytes = library.bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int entry = library.dynamicOffset();
        while (buffer.getLong(entry) != 0x6FFFFFFFL) {
            entry += 16;
        }
        // 65535 versions of each of countless libraries, all at the same place.
        buffer.putLong(entry + 8, Long.MAX_VALUE);
        int table = (int) (buffer.getLong(entry - 8) - 0x10000);
        buffer.putShort(table + 2, (short) -1);
        buffer.putInt(table + 12, 1);

        assertThatExceptionOfType(ElfFormatException.class).isThrownBy(() -> read(bytes));
    }

    @Test
    void noBytesMakeItFailInAnotherWay() throws IOException {
        Random random = new Random(42);
        byte[][] images = libraryInAllForms().map(TestElf::bytes).toArray(byte[][]::new);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = images[round % images.length].clone();
            IntStream.rangeClosed(0, random.nextInt(6))
                    .forEach(i -> bytes[16 + random.nextInt(bytes.length - 16)] =
                            (byte) (random.nextBoolean() ? 0xFF : random.nextInt()));
            byte[] junk = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                assertThat(read(junk)).isNotNull();
            } catch (ElfFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 19_999);
    }
}
