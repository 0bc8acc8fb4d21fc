package io.github.pythonlambda.python;

import io.github.pythonlambda.packaging.GlibcVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The machine that the build runs on, as far as the choice of an interpreter needs it.
 *
 * @param system the operating system
 * @param machine {@code x86_64}, {@code arm64}, or the JVM's own name for another one
 * @param glibc the C library of a Linux host; empty elsewhere and for other C libraries such as musl
 */
public record HostPlatform(System system, String machine, Optional<GlibcVersion> glibc) {

    /** Operating systems, as far as they differ here. */
    public enum System {
        LINUX,
        MACOS,
        WINDOWS,
        OTHER
    }

    /**
     * Finds out about this machine.
     *
     * @param properties the JVM's system properties
     * @param memoryMaps {@code /proc/self/maps}; need not exist
     */
    public static HostPlatform detect(Properties properties, Path memoryMaps) throws IOException {
        String name = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        System system = System.OTHER;
        if (name.startsWith("linux")) {
            system = System.LINUX;
        } else if (name.startsWith("mac")) {
            system = System.MACOS;
        } else if (name.startsWith("windows")) {
            system = System.WINDOWS;
        }
        Optional<GlibcVersion> glibc = system == System.LINUX && Files.isReadable(memoryMaps)
                ? LoadedGlibc.find(memoryMaps)
                : Optional.empty();
        return new HostPlatform(system, machine(properties.getProperty("os.arch", "")), glibc);
    }

    private static String machine(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> architecture;
        };
    }

    /** In words, for messages. */
    @Override
    public String toString() {
        String text = system.name().toLowerCase(Locale.ROOT) + " on " + machine;
        if (system != System.LINUX) {
            return text;
        }
        return text + glibc.map(version -> " with glibc " + version).orElse(" without glibc");
    }
}
