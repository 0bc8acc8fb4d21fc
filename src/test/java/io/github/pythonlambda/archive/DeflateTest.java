package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's inflater reads what is written here, and it is always the same. */
class DeflateTest {

    private static byte[] inflate(byte[] compressed) throws Exception {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                assertThat(n > 0 || inflater.finished()).as("the stream ends").isTrue();
                out.write(buffer, 0, n);
            }
            assertThat(inflater.getRemaining()).isZero();
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private static byte[] random(int seed, int size, int values) {
        Random random = new Random(seed);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) random.nextInt(values);
        }
        return content;
    }

    /** Words that come back at all distances, more often the nearer. */
    private static byte[] text(int seed, int size) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            int word = (int) Math.abs(random.nextGaussian() * 300);
            text.append("name").append(word * 7919).append(word % 3 == 0 ? "\n" : " = ");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Frequencies of Fibonacci numbers make the deepest trees. */
    private static byte[] deep() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int a = 1;
        int b = 1;
        for (int symbol = 0; symbol < 24; symbol++) {
            byte[] run = new byte[a];
            Arrays.fill(run, (byte) (symbol * 10));
            out.writeBytes(run);
            int next = a + b;
            a = b;
            b = next;
        }
        byte[] content = out.toByteArray();
        Random random = new Random(5);
        for (int i = content.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swapped = content[i];
            content[i] = content[other];
            content[other] = swapped;
        }
        return content;
    }

    static Stream<Named<byte[]>> contents() {
        byte[] zeros = new byte[300_000];
        byte[] far = new byte[70_000];
        System.arraycopy(random(9, 1_000, 256), 0, far, 0, 1_000);
        System.arraycopy(far, 0, far, 1 << 15, 1_000);
        System.arraycopy(far, 0, far, (1 << 16) + 1, 1_000);
        return Stream.of(
                Named.of("nothing", new byte[0]),
                Named.of("one byte", new byte[] {7}),
                Named.of("two bytes", new byte[] {0, 1}),
                Named.of("zeros", zeros),
                Named.of("noise", random(1, 200_000, 256)),
                Named.of("few values", random(2, 200_000, 3)),
                Named.of("text", text(3, 500_000)),
                Named.of("little text", text(4, 40)),
                Named.of("matches as far as the window reaches", far),
                Named.of("a deep tree", deep()));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatIsCompressedInflatesToTheSame(byte[] content) throws Exception {
        assertThat(inflate(Deflate.of(content))).isEqualTo(content);
    }

    @Test
    void randomContentsOfAllKindsInflateToTheSame() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            byte[] content = seed % 2 == 0
                    ? random(seed, seed * 37, 1 + seed % 256)
                    : Arrays.copyOf(text(seed, seed * 53 + 1), seed * 53);

            assertThat(inflate(Deflate.of(content))).as("seed " + seed).isEqualTo(content);
        }
    }

    @Test
    void textGetsAboutAsSmallAsByZlib() throws Exception {
        byte[] content = text(3, 500_000);
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (var out = new java.util.zip.DeflaterOutputStream(zlib, new java.util.zip.Deflater(6, true))) {
            out.write(content);
        }

        assertThat((double) Deflate.of(content).length / zlib.size()).isLessThan(1.06);
    }

    /** A known result: other bytes on another JDK, or after an update, would be other zips for the same input. */
    @Test
    void theBytesAreTheSameOnEveryMachine() throws Exception {
        assertThat(Sha256.of(Deflate.of(text(3, 100_000))).hex())
                .isEqualTo("988366afcf7109613d04893bb3a92001c92a9203201d744870989de1cc078e05");
    }
}
