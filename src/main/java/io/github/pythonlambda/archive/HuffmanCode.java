package io.github.pythonlambda.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A prefix code of limited length for the symbols of a deflate block (RFC 1951, 3.2.2). */
final class HuffmanCode {

    private final int[] lengths;
    private final int[] codes;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /** A node of the tree; the order among equal weights is fixed, so that the code is. */
    private record Node(long weight, int order, int symbol, Node[] children) {}

    /**
     * The code for symbols that are used so often.
     *
     * @param frequencies by symbol; one that does not occur gets no code. At least two symbols always get one, since some
     *     decoders refuse codes of fewer.
     * @param longest bits of the longest code allowed
     */
    static HuffmanCode of(int[] frequencies, int longest) {
        int[] used = withTwoSymbols(frequencies);
        int[] lengths = new int[used.length];
        // A tree that is too deep gets flatter when weights get more alike; at the end all of them are 1.
        while (!fill(lengths, used, longest)) {
            for (int symbol = 0; symbol < used.length; symbol++) {
                used[symbol] = used[symbol] == 0 ? 0 : used[symbol] / 2 + 1;
            }
        }
        return new HuffmanCode(lengths);
    }

    private static int[] withTwoSymbols(int[] frequencies) {
        int[] used = frequencies.clone();
        long count = Arrays.stream(used).filter(frequency -> frequency > 0).count();
        for (int symbol = 0; count < 2; symbol++) {
            if (used[symbol] == 0) {
                used[symbol] = 1;
                count++;
            }
        }
        return used;
    }

    /** Sets the lengths of an optimal code; tells whether none is too long. */
    private static boolean fill(int[] lengths, int[] frequencies, int longest) {
        PriorityQueue<Node> nodes =
                new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::order));
        int order = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                nodes.add(new Node(frequencies[symbol], order++, symbol, new Node[0]));
            }
        }
        while (nodes.size() > 1) {
            Node first = nodes.remove();
            Node second = nodes.remove();
            nodes.add(new Node(first.weight() + second.weight(), order++, -1, new Node[] {first, second}));
        }
        return fill(lengths, nodes.remove(), 0, longest);
    }

    private static boolean fill(int[] lengths, Node node, int depth, int longest) {
        if (depth > longest) {
            return false;
        }
        if (node.children().length == 0) {
            lengths[node.symbol()] = depth;
            return true;
        }
        return fill(lengths, node.children()[0], depth + 1, longest)
                && fill(lengths, node.children()[1], depth + 1, longest);
    }

    /** The canonical codes of some lengths, their bits reversed, since deflate writes codes from their highest bit on. */
    private static int[] codes(int[] lengths) {
        int longest = Arrays.stream(lengths).max().orElse(0);
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int length = 1; length <= longest; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(next++) >>> (Integer.SIZE - length);
                }
            }
            next <<= 1;
        }
        return codes;
    }

    /** Bits of a symbol's code; 0 if it has none. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** The last symbol that has a code. */
    int last() {
        int last = lengths.length - 1;
        while (lengths[last] == 0) {
            last--;
        }
        return last;
    }

    void write(int symbol, BitOutput out) {
        out.write(codes[symbol], lengths[symbol]);
    }
}
