package io.github.pythonlambda.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image by its program headers and dynamic section, as the loader does (System V ABI, "Program Loading and
 * Dynamic Linking"; the version tables by the Linux Standard Base). Section headers are not looked at: stripped files
 * may lack them.
 */
public final class ElfReader {

    private static final byte[] MAGIC = {0x7F, 'E', 'L', 'F'};
    private static final int IDENT_BYTES = 16;
    private static final Map<Integer, String> MACHINES = Map.ofEntries(
            Map.entry(2, "sparc"),
            Map.entry(3, "i386"),
            Map.entry(8, "mips"),
            Map.entry(20, "ppc"),
            Map.entry(21, "ppc64"),
            Map.entry(22, "s390x"),
            Map.entry(40, "arm"),
            Map.entry(50, "ia64"),
            Map.entry(62, "x86_64"),
            Map.entry(183, "aarch64"),
            Map.entry(243, "riscv"),
            Map.entry(247, "bpf"),
            Map.entry(258, "loongarch"));

    private static final long PT_LOAD = 1;
    private static final long PT_DYNAMIC = 2;

    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;
    private static final long DT_SONAME = 14;
    private static final long DT_RPATH = 15;
    private static final long DT_RUNPATH = 29;
    private static final long DT_VERNEED = 0x6FFFFFFE;
    private static final long DT_VERNEEDNUM = 0x6FFFFFFF;
    private static final int VER_FLG_WEAK = 2;

    private final Fields fields;
    private final Layout layout;
    private final List<Segment> segments = new ArrayList<>();

    private ElfReader(Fields fields, Layout layout) {
        this.fields = fields;
        this.layout = layout;
    }

    /** Where the fields of headers are; all that differs between the two classes. */
    private record Layout(
            int wordBytes,
            int phoff,
            int phentsize,
            int phnum,
            int segmentOffset,
            int segmentAddress,
            int segmentBytes,
            int segmentHeader) {

        static final Layout OF_32_BITS = new Layout(4, 28, 42, 44, 4, 8, 16, 32);
        static final Layout OF_64_BITS = new Layout(8, 32, 54, 56, 8, 16, 32, 56);
    }

    private record Segment(long type, long offset, long address, long bytes) {}

    private record Entry(long tag, long value) {}

    /** Whether a file with these first bytes is an ELF image. */
    public static boolean isElf(byte[] start) {
        return start.length >= MAGIC.length
                && start[0] == MAGIC[0]
                && start[1] == MAGIC[1]
                && start[2] == MAGIC[2]
                && start[3] == MAGIC[3];
    }

    /**
     * Reads an image.
     *
     * @throws ElfFormatException if it is none, or its tables make no sense
     * @throws IOException if the bytes cannot be read
     */
    public static ElfImage read(ElfBytes bytes) throws IOException {
        byte[] ident = new byte[IDENT_BYTES];
        if (bytes.size() < IDENT_BYTES) {
            throw new ElfFormatException("it is shorter than an ELF header");
        }
        bytes.read(0, ByteBuffer.wrap(ident));
        if (!isElf(ident)) {
            throw new ElfFormatException("it does not begin as an ELF file");
        }
        Layout layout = switch (ident[4]) {
            case 1 -> Layout.OF_32_BITS;
            case 2 -> Layout.OF_64_BITS;
            default -> throw new ElfFormatException("it is of an unknown ELF class");
        };
        ByteOrder order = switch (ident[5]) {
            case 1 -> ByteOrder.LITTLE_ENDIAN;
            case 2 -> ByteOrder.BIG_ENDIAN;
            default -> throw new ElfFormatException("it is in an unknown order of bytes");
        };
        return new ElfReader(new Fields(bytes, order), layout).image(order);
    }

    private ElfImage image(ByteOrder order) throws IOException {
        int type = fields.u16(16);
        int machine = fields.u16(18);
        readSegments();
        List<Entry> dynamic = dynamic();
        OptionalLong stringTable = value(dynamic, DT_STRTAB);
        Strings strings = stringTable.isPresent() ? new Strings(at(stringTable.getAsLong())) : null;
        List<String> searchPath = texts(dynamic, DT_RUNPATH, strings);
        if (searchPath.isEmpty()) {
            searchPath = texts(dynamic, DT_RPATH, strings);
        }
        List<String> sonames = texts(dynamic, DT_SONAME, strings);
        return new ElfImage(
                layout.wordBytes() * Byte.SIZE,
                order == ByteOrder.LITTLE_ENDIAN,
                MACHINES.getOrDefault(machine, "machine " + machine),
                switch (type) {
                    case 1 -> ElfImage.Type.RELOCATABLE;
                    case 2 -> ElfImage.Type.EXECUTABLE;
                    case 3 -> ElfImage.Type.SHARED;
                    default -> ElfImage.Type.OTHER;
                },
                texts(dynamic, DT_NEEDED, strings),
                sonames.isEmpty() ? null : sonames.get(0),
                searchPath.stream()
                        .flatMap(path -> List.of(path.split(":")).stream())
                        .filter(folder -> !folder.isEmpty())
                        .toList(),
                versions(dynamic, strings));
    }

    private void readSegments() throws IOException {
        int count = fields.u16(layout.phnum());
        if (count == 0) {
            return;
        }
        int step = fields.u16(layout.phentsize());
        if (step < layout.segmentHeader()) {
            throw new ElfFormatException("its program headers are too short");
        }
        long position = word(layout.phoff());
        for (int i = 0; i < count; i++) {
            Segment segment = new Segment(
                    fields.u32(position),
                    word(position + layout.segmentOffset()),
                    word(position + layout.segmentAddress()),
                    word(position + layout.segmentBytes()));
            if (segment.type() == PT_LOAD) {
                requireInside(segment);
            }
            segments.add(segment);
            position += step;
        }
    }

    private void requireInside(Segment segment) throws ElfFormatException {
        if (segment.offset() < 0
                || segment.bytes() < 0
                || segment.offset() > fields.size()
                || segment.bytes() > fields.size() - segment.offset()) {
            throw new ElfFormatException("it is cut short: a part that has to be loaded is not all there");
        }
    }

    /** Empty for static programs and for object files, which have no dynamic section. */
    private List<Entry> dynamic() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.type() != PT_DYNAMIC) {
                continue;
            }
            requireInside(segment);
            long end = segment.offset() + segment.bytes();
            int step = 2 * layout.wordBytes();
            for (long position = segment.offset(); position <= end - step; position += step) {
                Entry entry = new Entry(word(position), word(position + layout.wordBytes()));
                if (entry.tag() == DT_NULL) {
                    break;
                }
                entries.add(entry);
            }
            break;
        }
        return entries;
    }

    private long word(long position) throws IOException {
        return layout.wordBytes() == Long.BYTES ? fields.u64(position) : fields.u32(position);
    }

    /** The place in the file of what is loaded to an address. */
    private long at(long address) throws ElfFormatException {
        for (Segment segment : segments) {
            if (segment.type() == PT_LOAD
                    && Long.compareUnsigned(address, segment.address()) >= 0
                    && Long.compareUnsigned(address - segment.address(), segment.bytes()) < 0) {
                return segment.offset() + (address - segment.address());
            }
        }
        throw new ElfFormatException("it refers to an address that is not loaded");
    }

    private static OptionalLong value(List<Entry> dynamic, long tag) {
        return dynamic.stream()
                .filter(entry -> entry.tag() == tag)
                .mapToLong(Entry::value)
                .findFirst();
    }

    /** The dynamic string table. */
    private final class Strings {
        private final long start;

        Strings(long start) {
            this.start = start;
        }

        String at(long offset) throws IOException {
            if (offset < 0 || offset > fields.size()) {
                throw new ElfFormatException("it refers to a text outside of itself");
            }
            return fields.text(start + offset);
        }
    }

    private static List<String> texts(List<Entry> dynamic, long tag, @Nullable Strings strings) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Entry entry : dynamic) {
            if (entry.tag() == tag) {
                texts.add(require(strings).at(entry.value()));
            }
        }
        return texts;
    }

    private static Strings require(@Nullable Strings strings) throws ElfFormatException {
        if (strings == null) {
            throw new ElfFormatException("it has no table of texts");
        }
        return strings;
    }

    /** Walks the records of {@code .gnu.version_r}: one for each library, with a chain of versions each. */
    private List<ElfImage.VersionNeed> versions(List<Entry> dynamic, @Nullable Strings strings) throws IOException {
        OptionalLong table = value(dynamic, DT_VERNEED);
        if (table.isEmpty()) {
            return List.of();
        }
        Strings texts = require(strings);
        Set<ElfImage.VersionNeed> needs = new LinkedHashSet<>();
        long library = at(table.getAsLong());
        long libraries = value(dynamic, DT_VERNEEDNUM).orElse(0);
        for (long i = 0; i < libraries; i++) {
            int count = fields.u16(library + 2);
            String name = texts.at(fields.u32(library + 4));
            long version = library + fields.u32(library + 8);
            for (int j = 0; j < count; j++) {
                boolean weak = (fields.u16(version + 4) & VER_FLG_WEAK) != 0;
                needs.add(new ElfImage.VersionNeed(name, texts.at(fields.u32(version + 8)), weak));
                version += fields.u32(version + 12);
            }
            long next = fields.u32(library + 12);
            if (next == 0) {
                break;
            }
            library += next;
        }
        return List.copyOf(needs);
    }
}
