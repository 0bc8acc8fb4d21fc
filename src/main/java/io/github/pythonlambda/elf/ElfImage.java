package io.github.pythonlambda.elf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the loader reads of an executable or a shared library.
 *
 * @param bits 32 or 64
 * @param littleEndian the order of bytes
 * @param machine as {@code uname -m} names it, such as {@code x86_64} or {@code aarch64}; {@code machine 1234} if unknown
 * @param type what kind of file it is
 * @param needed libraries that have to be found for it to load ({@code DT_NEEDED})
 * @param soname the name by which others need it
 * @param searchPath folders in which what it needs is looked for ({@code DT_RUNPATH}, else {@code DT_RPATH})
 * @param versions versions of symbols that it needs, each once
 */
public record ElfImage(
        int bits,
        boolean littleEndian,
        String machine,
        Type type,
        List<String> needed,
        @Nullable String soname,
        List<String> searchPath,
        List<VersionNeed> versions) {

    /** The kinds of files. */
    public enum Type {
        /** Input of the linker, a {@code .o} file; never loaded. */
        RELOCATABLE,
        /** A program at a fixed address. */
        EXECUTABLE,
        /** A shared library, or a program for any address. */
        SHARED,
        OTHER
    }

    /**
     * A version of symbols that a library has to define ({@code .gnu.version_r}).
     *
     * @param library the library, one of those that are needed
     * @param version such as {@code GLIBC_2.17}
     * @param weak whether the file loads without it
     */
    public record VersionNeed(String library, String version, boolean weak) {

        /** By what differs, and at once: the JVM puts a record's own together at its first use. */
        @Override
        public int hashCode() {
            return library.hashCode() * 31 + version.hashCode();
        }
    }

    public ElfImage {
        needed = List.copyOf(needed);
        searchPath = List.copyOf(searchPath);
        versions = List.copyOf(versions);
    }
}
