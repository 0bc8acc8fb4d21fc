package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.GlibcVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPlatformTest {

    @TempDir
    Path folder;

    private static Properties properties(String system, String machine) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("os.arch", machine);
        return properties;
    }

    private Path maps() throws Exception {
        return Files.writeString(
                folder.resolve("maps"), "7f10-7f11 r-xp 00028000 08:01 125   /lib/x86_64-linux-gnu/libc-2.31.so\n");
    }

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource({
        "Linux,      amd64,   LINUX,   linux on x86_64 with glibc 2.31",
        "Linux,      aarch64, LINUX,   linux on arm64 with glibc 2.31",
        "Linux,      riscv64, LINUX,   linux on riscv64 with glibc 2.31",
        "Mac OS X,   x86_64,  MACOS,   macos on x86_64",
        "Mac OS X,   aarch64, MACOS,   macos on arm64",
        "Windows 11, amd64,   WINDOWS, windows on x86_64",
        "FreeBSD,    amd64,   OTHER,   other on x86_64",
    })
    void isReadFromTheJvmsProperties(String system, String machine, HostPlatform.System expected, String words)
            throws Exception {
        HostPlatform host = HostPlatform.detect(properties(system, machine), maps());

        assertThat(host.system()).isEqualTo(expected);
        assertThat(host).hasToString(words);
    }

    @Test
    void onlyLinuxHasAGlibc() throws Exception {
        assertThat(HostPlatform.detect(properties("Linux", "amd64"), maps()).glibc())
                .contains(new GlibcVersion(2, 31));
        assertThat(HostPlatform.detect(properties("Mac OS X", "x86_64"), maps()).glibc())
                .isEmpty();
    }

    @Test
    void withoutMemoryMapsThereIsNoGlibc() throws Exception {
        HostPlatform host = HostPlatform.detect(properties("Linux", "amd64"), folder.resolve("missing"));

        assertThat(host).isEqualTo(new HostPlatform(HostPlatform.System.LINUX, "x86_64", Optional.empty()));
        assertThat(host).hasToString("linux on x86_64 without glibc");
    }
}
