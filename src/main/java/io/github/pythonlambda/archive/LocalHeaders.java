package io.github.pythonlambda.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Compares the header in front of each entry's data with the central directory (APPNOTE.TXT 4.3.7 and 4.3.12). Both say
 * the same of an honest archive; where they differ, a program that reads the file from its start sees other content than
 * one that reads its directory.
 */
final class LocalHeaders {

    private static final int SIGNATURE = 0x04034b50;
    private static final int HEADER_BYTES = 30;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final long IN_ZIP64_FIELD = 0xFFFFFFFFL;

    private final Path path;

    LocalHeaders(Path path) {
        this.path = path;
    }

    private record Range(String name, long start, long end) {}

    /** The faults of an archive, in the order in which its entries lie in the file. */
    List<String> faults(List<ZipArchiveEntry> entries) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(path)) {
            List<ZipArchiveEntry> inOrder = entries.stream()
                    .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                    .toList();
            for (ZipArchiveEntry entry : inOrder) {
                fault(channel, entry, ranges).ifPresent(faults::add);
            }
            faults.addAll(overlaps(ranges));
            faults.addAll(surroundings(channel, ranges));
        }
        return faults;
    }

    private static Optional<String> fault(FileChannel channel, ZipArchiveEntry entry, List<Range> ranges)
            throws IOException {
        String name = entry.getName();
        long start = entry.getLocalHeaderOffset();
        byte[] rawName = entry.getRawName();
        ByteBuffer header = read(channel, start, HEADER_BYTES + rawName.length);
        if (header.limit() < HEADER_BYTES || header.getInt(0) != SIGNATURE) {
            return Optional.of("entry '" + name + "' has no header of its own");
        }
        int nameLength = header.getShort(26) & 0xFFFF;
        int extraLength = header.getShort(28) & 0xFFFF;
        ranges.add(new Range(name, start, start + HEADER_BYTES + nameLength + extraLength + entry.getCompressedSize()));
        return difference(header, nameLength, entry)
                .map(what -> "entry '" + name + "' has another " + what
                        + " in front of its data than in the archive's directory");
    }

    private static Optional<String> difference(ByteBuffer header, int nameLength, ZipArchiveEntry entry) {
        int flags = header.getShort(6);
        byte[] rawName = entry.getRawName();
        if (nameLength != rawName.length
                || header.limit() < HEADER_BYTES + nameLength
                || !Arrays.equals(header.array(), HEADER_BYTES, HEADER_BYTES + nameLength, rawName, 0, nameLength)) {
            return Optional.of("name");
        }
        if ((header.getShort(8) & 0xFFFF) != entry.getMethod()) {
            return Optional.of("compression method");
        }
        if (((flags & ENCRYPTED) != 0) != entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of("encryption");
        }
        boolean sizesFollow = (flags & SIZES_FOLLOW) != 0;
        if (differs(header.getInt(14), entry.getCrc(), sizesFollow)) {
            return Optional.of("CRC-32");
        }
        return differs(header.getInt(18), entry.getCompressedSize(), sizesFollow)
                        || differs(header.getInt(22), entry.getSize(), sizesFollow)
                ? Optional.of("size")
                : Optional.empty();
    }

    private static boolean differs(int local, long central, boolean mayBeZero) {
        long value = Integer.toUnsignedLong(local);
        return value != central && value != IN_ZIP64_FIELD && !(mayBeZero && value == 0);
    }

    private static List<String> overlaps(List<Range> ranges) {
        List<String> faults = new ArrayList<>();
        Range last = new Range("", 0, 0);
        for (Range range : ranges) {
            if (range.start() < last.end()) {
                faults.add("entry '" + range.name() + "' lies over the data of '" + last.name() + "'");
            }
            last = range.end() > last.end() ? range : last;
        }
        return faults;
    }

    /** Bytes before the first entry or behind the end: another archive may lie there. */
    private static List<String> surroundings(FileChannel channel, List<Range> ranges) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!ranges.isEmpty() && ranges.get(0).start() > 0) {
            faults.add("other bytes come before its first entry");
        }
        long size = channel.size();
        int tailLength = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = read(channel, size - tailLength, tailLength);
        int end = tail.limit() - END_BYTES;
        while (end >= 0 && tail.getInt(end) != END_SIGNATURE) {
            end--;
        }
        if (end >= 0 && end + END_BYTES + (tail.getShort(end + 20) & 0xFFFF) != tail.limit()) {
            faults.add("other bytes come after its end");
        }
        return faults;
    }

    /** As many bytes as there are, up to a length. */
    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, position + buffer.position());
            if (n < 0) {
                break;
            }
        }
        return buffer.flip();
    }
}
