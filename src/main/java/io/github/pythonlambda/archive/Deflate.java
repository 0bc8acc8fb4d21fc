package io.github.pythonlambda.archive;

import java.io.IOException;
import org.apache.commons.compress.compressors.lz77support.LZ77Compressor;
import org.apache.commons.compress.compressors.lz77support.Parameters;

/**
 * Compresses by deflate (RFC 1951), with the same bytes on every machine. The JDK's own {@link java.util.zip.Deflater} writes
 * what the zlib that it was built with writes, and there are several.
 */
final class Deflate {

    private static final int WINDOW = 1 << 15;
    private static final int SHORTEST_MATCH = 3;
    private static final int LONGEST_MATCH = 258;

    private final BitOutput out = new BitOutput();
    private final DeflateBlock block = new DeflateBlock();

    private Deflate() {}

    /** The compressed form of some bytes. */
    static byte[] of(byte[] content) throws IOException {
        return new Deflate().run(content);
    }

    private byte[] run(byte[] content) throws IOException {
        Parameters parameters = Parameters.builder(WINDOW)
                .withMinBackReferenceLength(SHORTEST_MATCH)
                .withMaxBackReferenceLength(LONGEST_MATCH)
                .tunedForCompressionRatio()
                .build();
        LZ77Compressor compressor = new LZ77Compressor(parameters, this::add);
        compressor.compress(content);
        compressor.finish();
        block.write(out, true);
        return out.finish();
    }

    private void add(LZ77Compressor.Block found) {
        if (found instanceof LZ77Compressor.LiteralBlock literals) {
            byte[] data = literals.getData();
            for (int i = 0; i < literals.getLength(); i++) {
                flushIfFull();
                block.addLiteral(data[literals.getOffset() + i] & 0xFF);
            }
        } else if (found instanceof LZ77Compressor.BackReference match) {
            flushIfFull();
            block.addMatch(match.getLength(), match.getOffset());
        }
    }

    private void flushIfFull() {
        if (block.isFull()) {
            block.write(out, false);
        }
    }
}
