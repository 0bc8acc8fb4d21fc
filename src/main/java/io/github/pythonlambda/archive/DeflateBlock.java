package io.github.pythonlambda.archive;

import java.util.Arrays;

/** Literals and matches that are written as one deflate block with codes of its own (RFC 1951, 3.2.7). */
final class DeflateBlock {

    /** Short enough that the codes fit to what is around, long enough that they are worth their space. */
    private static final int CAPACITY = 1 << 15;

    private static final int END = 256;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int LONGEST_CODE = 15;
    private static final int LONGEST_LENGTH_CODE = 7;
    private static final int DYNAMIC = 2;
    private static final int SHORTEST_MATCH = 3;
    private static final int LONGEST_MATCH = 258;

    // RFC 1951, 3.2.5: the smallest value of each symbol; what a value exceeds it by follows in extra bits.
    private static final int[] LENGTH_BASES = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    // RFC 1951, 3.2.7: symbols for lengths of codes. 0 to 15 are lengths, the others repeat.
    private static final int LENGTH_SYMBOLS = 19;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int FEWEST_MANY_ZEROS = 11;
    private static final int MOST_ZEROS = 138;
    private static final int[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final int[] lengths = new int[CAPACITY];
    private final int[] distances = new int[CAPACITY];
    private final int[] literalUses = new int[LITERALS];
    private final int[] distanceUses = new int[DISTANCES];
    private int count;

    boolean isFull() {
        return count == CAPACITY;
    }

    void addLiteral(int value) {
        // A distance of 0 marks a literal.
        lengths[count] = value;
        distances[count++] = 0;
        literalUses[value]++;
    }

    /** @param length 3 to 258 bytes */
    void addMatch(int length, int distance) {
        if (length < SHORTEST_MATCH || length > LONGEST_MATCH) {
            throw new IllegalArgumentException("no match of deflate: " + length + " bytes");
        }
        lengths[count] = length;
        distances[count++] = distance;
        literalUses[END + 1 + symbol(LENGTH_BASES, length)]++;
        distanceUses[symbol(DISTANCE_BASES, distance)]++;
    }

    private static int symbol(int[] bases, int value) {
        int place = Arrays.binarySearch(bases, value);
        return place >= 0 ? place : -place - 2;
    }

    /** Writes the block and empties it. */
    void write(BitOutput out, boolean isLast) {
        literalUses[END] = 1;
        HuffmanCode literals = HuffmanCode.of(literalUses, LONGEST_CODE);
        HuffmanCode distanceCode = HuffmanCode.of(distanceUses, LONGEST_CODE);
        out.write(isLast ? 1 : 0, 1);
        out.write(DYNAMIC, 2);
        writeCodes(literals, distanceCode, out);
        for (int i = 0; i < count; i++) {
            if (distances[i] == 0) {
                literals.write(lengths[i], out);
            } else {
                writeMatch(lengths[i], distances[i], literals, distanceCode, out);
            }
        }
        literals.write(END, out);
        count = 0;
        Arrays.fill(literalUses, 0);
        Arrays.fill(distanceUses, 0);
    }

    private static void writeMatch(
            int length, int distance, HuffmanCode literals, HuffmanCode distanceCode, BitOutput out) {
        int lengthSymbol = symbol(LENGTH_BASES, length);
        literals.write(END + 1 + lengthSymbol, out);
        out.write(length - LENGTH_BASES[lengthSymbol], LENGTH_BITS[lengthSymbol]);
        int distanceSymbol = symbol(DISTANCE_BASES, distance);
        distanceCode.write(distanceSymbol, out);
        out.write(distance - DISTANCE_BASES[distanceSymbol], Math.max(0, distanceSymbol / 2 - 1));
    }

    /** Both codes, told by the lengths of their members, which have a code of their own. */
    private static void writeCodes(HuffmanCode literals, HuffmanCode distances, BitOutput out) {
        int literalCount = Math.max(literals.last(), END) + 1;
        int distanceCount = distances.last() + 1;
        int[] all = new int[literalCount + distanceCount];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < literalCount ? literals.length(i) : distances.length(i - literalCount);
        }
        int[] uses = new int[LENGTH_SYMBOLS];
        for (int i = 0; i < all.length; i += run(all, i)) {
            uses[runSymbol(all, i)]++;
        }
        HuffmanCode code = HuffmanCode.of(uses, LONGEST_LENGTH_CODE);
        int told = LENGTH_SYMBOLS;
        while (code.length(LENGTH_ORDER[told - 1]) == 0) {
            told--;
        }
        out.write(literalCount - 257, 5);
        out.write(distanceCount - 1, 5);
        out.write(told - 4, 4);
        for (int i = 0; i < told; i++) {
            out.write(code.length(LENGTH_ORDER[i]), 3);
        }
        for (int i = 0; i < all.length; i += run(all, i)) {
            int symbol = runSymbol(all, i);
            code.write(symbol, out);
            if (symbol == MANY_ZEROS) {
                out.write(run(all, i) - FEWEST_MANY_ZEROS, 7);
            } else if (symbol == ZEROS) {
                out.write(run(all, i) - SHORTEST_MATCH, 3);
            }
        }
    }

    /** How many lengths are told together: zeros in a row, or one. */
    private static int run(int[] all, int from) {
        int end = from;
        while (end < all.length && all[end] == 0 && end - from < MOST_ZEROS) {
            end++;
        }
        return end - from < SHORTEST_MATCH ? 1 : end - from;
    }

    private static int runSymbol(int[] all, int from) {
        int run = run(all, from);
        if (run == 1) {
            return all[from];
        }
        return run < FEWEST_MANY_ZEROS ? ZEROS : MANY_ZEROS;
    }
}
