package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.testing.TestZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link SourceArchive#ambiguities} tells. */
class LocalHeadersTest {

    private static final String LOCAL = "PK\003\004";
    private static final String CENTRAL = "PK\001\002";
    private static final String END = "PK\005\006";

    @TempDir
    private Path folder;

    private List<String> ambiguities(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("source.zip"), bytes);
        try (SourceArchive archive = SourceArchive.open(file)) {
            return archive.ambiguities();
        }
    }

    private static byte[] twoFiles() {
        return new TestZip()
                .stored("one.py", "first")
                .stored("two.py", "second file")
                .bytes();
    }

    @Test
    void anHonestArchiveHasNone() throws IOException {
        assertThat(ambiguities(twoFiles())).isEmpty();
    }

    @Test
    void sizesBehindTheDataAreNone() throws IOException {
        // Java's own writer leaves sizes and CRC-32 of the local header at zero.
        assertThat(ambiguities(TestWheel.of("demo", "1.0").bytes())).isEmpty();
    }

    @Test
    void anEmptyArchiveHasNone() throws IOException {
        assertThat(ambiguities(new TestZip().bytes())).isEmpty();
    }

    private static Consumer<ByteBuffer> local(Consumer<ByteBuffer> change) {
        return file -> change.accept(file.slice(0, file.capacity()).order(ByteOrder.LITTLE_ENDIAN));
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of("name", local(header -> header.put(30, (byte) 'O'))),
                Arguments.of("name", local(header -> header.putShort(26, (short) 5))),
                Arguments.of("compression method", local(header -> header.putShort(8, (short) 8))),
                Arguments.of("encryption", local(header -> header.putShort(6, (short) (header.getShort(6) | 1)))),
                Arguments.of("CRC-32", local(header -> header.putInt(14, header.getInt(14) ^ 1))),
                Arguments.of("size", local(header -> header.putInt(18, 4))),
                Arguments.of("size", local(header -> header.putInt(22, 6))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void aHeaderThatSaysOtherThanTheDirectoryIsTold(String what, Consumer<ByteBuffer> change) throws IOException {
        byte[] bytes = twoFiles();
        change.accept(ByteBuffer.wrap(bytes));

        assertThat(ambiguities(bytes))
                .contains(
                        "entry 'one.py' has another " + what + " in front of its data than in the archive's directory");
    }

    @Test
    void anEntryWithoutHeaderIsTold() throws IOException {
        byte[] bytes = twoFiles();
        bytes[TestZip.indexOf(bytes, LOCAL)] = 'X';

        assertThat(ambiguities(bytes)).contains("entry 'one.py' has no header of its own");
    }

    @Test
    void entriesThatLieOverEachOtherAreTold() throws IOException {
        byte[] bytes = twoFiles();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // The first entry's data reach into the second entry.
        int central = TestZip.indexOf(bytes, CENTRAL);
        file.putInt(central + 20, 20).putInt(central + 24, 20);

        assertThat(ambiguities(bytes)).contains("entry 'two.py' lies over the data of 'one.py'");
    }

    @Test
    void bytesBehindTheEndAreTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(twoFiles());
        bytes.writeBytes("more".getBytes(StandardCharsets.US_ASCII));

        assertThat(ambiguities(bytes.toByteArray())).containsExactly("other bytes come after its end");
    }

    @Test
    void bytesBeforeTheFirstEntryAreTold() throws IOException {
        byte[] zip = twoFiles();
        ByteBuffer file = ByteBuffer.allocate(zip.length + 10).order(ByteOrder.LITTLE_ENDIAN);
        file.put("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII)).put(zip);
        byte[] bytes = file.array();
        int first = TestZip.indexOf(bytes, CENTRAL);
        file.putInt(first + 42, file.getInt(first + 42) + 10);
        int second = first + 46 + "one.py".length();
        file.putInt(second + 42, file.getInt(second + 42) + 10);
        int end = TestZip.indexOf(bytes, END);
        file.putInt(end + 16, file.getInt(end + 16) + 10);

        assertThat(ambiguities(bytes)).containsExactly("other bytes come before its first entry");
    }
}
