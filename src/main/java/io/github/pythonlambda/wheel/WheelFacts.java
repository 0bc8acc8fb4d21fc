package io.github.pythonlambda.wheel;

import io.github.pythonlambda.elf.ElfImage;
import java.util.List;

/**
 * What reading all of a wheel's content shows. It depends on the file's bytes alone, so it can be kept by their hash.
 *
 * @param faults what is not as the wheel itself says
 * @param nativeFiles its executables and shared libraries for Linux
 * @param unreadableFiles files that pass for shared libraries and are none that Linux can read
 */
public record WheelFacts(
        List<ContentFault> faults, List<NativeFile> nativeFiles, List<UnreadableFile> unreadableFiles) {

    /**
     * An ELF file.
     *
     * @param path the entry's name in the wheel
     * @param image what the loader reads of it
     */
    public record NativeFile(String path, ElfImage image) {}

    /**
     * A file that begins as an ELF file, or is named like a shared library, and cannot be read as one.
     *
     * @param path the entry's name in the wheel
     * @param why in words
     */
    public record UnreadableFile(String path, String why) {}

    public WheelFacts {
        faults = List.copyOf(faults);
        nativeFiles = List.copyOf(nativeFiles);
        unreadableFiles = List.copyOf(unreadableFiles);
    }

    /** Whether some entry cannot be read, so that the wheel cannot be laid out. */
    public boolean hasDamage() {
        return faults.stream().anyMatch(fault -> fault.kind() == ContentFault.Kind.DAMAGED);
    }
}
