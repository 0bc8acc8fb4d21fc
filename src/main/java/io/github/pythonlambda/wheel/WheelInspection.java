package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.elf.ElfBytes;
import io.github.pythonlambda.elf.ElfFormatException;
import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.elf.ElfReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * Reads all of a wheel's content, each entry once: compares it with RECORD and with what the archive says, and notes what
 * its native files need.
 */
public final class WheelInspection {

    private static final Pattern SHARED_LIBRARY = Pattern.compile("[^/]+\\.so(?:\\.[0-9]+)*");
    private static final long LARGEST_RECORD = 1 << 26;

    private final Wheel wheel;
    private final Optional<RecordFile> record;

    private WheelInspection(Wheel wheel, Optional<RecordFile> record) {
        this.wheel = wheel;
        this.record = record;
    }

    /** What one entry shows. */
    private record Seen(
            List<ContentFault> faults,
            Optional<WheelFacts.NativeFile> nativeFile,
            Optional<WheelFacts.UnreadableFile> unreadable) {

        static Seen of(List<ContentFault> faults) {
            return new Seen(faults, Optional.empty(), Optional.empty());
        }
    }

    /** Whether a path is named like a shared library, such as {@code x.so} or {@code libx.so.1.2}. */
    public static boolean isSharedLibrary(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        // Most files are told from a library at a glance.
        return name.contains(".so") && SHARED_LIBRARY.matcher(name).matches();
    }

    /**
     * Reads a wheel, its entries in parallel.
     *
     * @throws IOException if the file itself cannot be read; damage to its content is a fact
     */
    public static WheelFacts of(Wheel wheel) throws IOException {
        List<ContentFault> faults = new ArrayList<>();
        for (String ambiguity : wheel.ambiguities()) {
            faults.add(new ContentFault(ContentFault.Kind.AMBIGUOUS, ambiguity, "", ""));
        }
        Optional<RecordFile> record = readRecord(wheel, faults);
        List<Seen> seen = new WheelInspection(wheel, record).readAll();
        seen.forEach(entry -> faults.addAll(entry.faults()));
        Set<String> names =
                wheel.entries().stream().map(entry -> entry.source().name()).collect(Collectors.toSet());
        record.ifPresent(found -> faults.addAll(found.missing(names)));
        return new WheelFacts(
                faults,
                seen.stream().flatMap(entry -> entry.nativeFile().stream()).toList(),
                seen.stream().flatMap(entry -> entry.unreadable().stream()).toList());
    }

    private static Optional<RecordFile> readRecord(Wheel wheel, List<ContentFault> faults) throws IOException {
        String name = wheel.distInfo() + "RECORD";
        Optional<SourceEntry> entry = wheel.entries().stream()
                .map(WheelEntry::source)
                .filter(source -> source.name().equals(name))
                .findFirst();
        if (entry.isEmpty() || entry.get().size() > LARGEST_RECORD) {
            faults.add(new ContentFault(ContentFault.Kind.NO_RECORD, name, "", ""));
            return Optional.empty();
        }
        try {
            RecordFile record = RecordFile.parse(entry.get().readAll(), wheel.distInfo());
            faults.addAll(record.faults());
            return Optional.of(record);
        } catch (ZipException e) {
            // Told when the entry's turn comes.
            return Optional.empty();
        }
    }

    private List<Seen> readAll() throws IOException {
        try {
            return wheel.entries().parallelStream()
                    .map(WheelEntry::source)
                    .map(this::readUnchecked)
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read " + wheel.path() + ": " + e.getMessage(), e);
        }
    }

    private Seen readUnchecked(SourceEntry entry) {
        try {
            return read(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seen read(SourceEntry entry) throws IOException {
        String path = entry.name();
        try (ElfCollector collector = new ElfCollector(entry.size())) {
            if (record.isEmpty()) {
                entry.copyTo(collector);
                return seen(path, collector, List.of());
            }
            MessageDigest digest = record.get().digestFor(path);
            entry.copyTo(new DigestOutputStream(collector, digest));
            return seen(path, collector, record.get().compare(path, digest, entry.size()));
        } catch (ZipException e) {
            return Seen.of(
                    List.of(new ContentFault(ContentFault.Kind.DAMAGED, path, "", String.valueOf(e.getMessage()))));
        }
    }

    private static Seen seen(String path, ElfCollector collector, List<ContentFault> faults) throws IOException {
        ElfBytes bytes = collector.elf();
        if (bytes == null) {
            Optional<String> system = isSharedLibrary(path) ? OtherFormat.of(collector.start()) : Optional.empty();
            return new Seen(
                    faults,
                    Optional.empty(),
                    system.map(name -> new WheelFacts.UnreadableFile(path, "it is a file for " + name)));
        }
        try {
            ElfImage image = ElfReader.read(bytes);
            return new Seen(faults, Optional.of(new WheelFacts.NativeFile(path, image)), Optional.empty());
        } catch (ElfFormatException e) {
            String why = String.valueOf(e.getMessage());
            return new Seen(faults, Optional.empty(), Optional.of(new WheelFacts.UnreadableFile(path, why)));
        }
    }
}
