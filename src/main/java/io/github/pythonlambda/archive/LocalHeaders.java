package io.github.pythonlambda.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares the header in front of each entry's data with the central directory (APPNOTE.TXT 4.3.7 and 4.3.12). Both say
 * the same of an honest archive; where they differ, a program that reads the file from its start sees other content than
 * one that reads its directory.
 */
final class LocalHeaders {

    private static final int SIGNATURE = 0x04034b50;
    private static final int HEADER_BYTES = 30;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final long IN_ZIP64_FIELD = 0xFFFFFFFFL;

    private final FileBytes file;

    LocalHeaders(FileBytes file) {
        this.file = file;
    }

    private record Range(String name, long start, long end) {}

    /** The faults of an archive, in the order in which its entries lie in the file. */
    List<String> faults(CentralDirectory directory) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        List<DirectoryEntry> inOrder = directory.entries().stream()
                .sorted(Comparator.comparingLong(DirectoryEntry::headerOffset))
                .toList();
        for (DirectoryEntry entry : inOrder) {
            fault(entry, ranges).ifPresent(faults::add);
        }
        faults.addAll(overlaps(ranges));
        // Another archive may lie before the first entry or behind the end.
        if (!ranges.isEmpty() && ranges.get(0).start() > 0) {
            faults.add("other bytes come before its first entry");
        }
        if (!directory.endsWithFile()) {
            faults.add("other bytes come after its end");
        }
        return faults;
    }

    private Optional<String> fault(DirectoryEntry entry, List<Range> ranges) throws IOException {
        String name = entry.name();
        long start = entry.headerOffset();
        byte[] rawName = entry.rawName();
        ByteBuffer header = file.upTo(HEADER_BYTES + rawName.length, start);
        if (header.limit() < HEADER_BYTES || header.getInt(0) != SIGNATURE) {
            return Optional.of("entry '" + name + "' has no header of its own");
        }
        int nameLength = header.getShort(26) & 0xFFFF;
        int extraLength = header.getShort(28) & 0xFFFF;
        ranges.add(new Range(name, start, start + HEADER_BYTES + nameLength + extraLength + entry.compressedSize()));
        return difference(header, nameLength, entry)
                .map(what -> "entry '" + name + "' has another " + what
                        + " in front of its data than in the archive's directory");
    }

    private static Optional<String> difference(ByteBuffer header, int nameLength, DirectoryEntry entry) {
        int flags = header.getShort(6);
        byte[] rawName = entry.rawName();
        if (nameLength != rawName.length
                || header.limit() < HEADER_BYTES + nameLength
                || !Arrays.equals(header.array(), HEADER_BYTES, HEADER_BYTES + nameLength, rawName, 0, nameLength)) {
            return Optional.of("name");
        }
        if ((header.getShort(8) & 0xFFFF) != entry.method()) {
            return Optional.of("compression method");
        }
        if (DirectoryEntry.isEncrypted(flags) != entry.isEncrypted()) {
            return Optional.of("encryption");
        }
        boolean sizesFollow = (flags & SIZES_FOLLOW) != 0;
        if (differs(header.getInt(14), entry.crc(), sizesFollow)) {
            return Optional.of("CRC-32");
        }
        return differs(header.getInt(18), entry.compressedSize(), sizesFollow)
                        || differs(header.getInt(22), entry.size(), sizesFollow)
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
}
