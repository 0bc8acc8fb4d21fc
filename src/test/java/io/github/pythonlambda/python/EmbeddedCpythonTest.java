package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.GlibcVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedCpythonTest {

    @ParameterizedTest(name = "{0} on {1}, glibc {2}: {3}")
    @CsvSource({
        "LINUX,   x86_64,  2.39, 3.14.3-1.5.13, linux-x86_64",
        "LINUX,   arm64,   2.35, 3.14.3-1.5.13, linux-arm64",
        "LINUX,   x86_64,  2.34, 3.12.1-1.5.10, linux-x86_64",
        "LINUX,   arm64,   2.30, 3.12.1-1.5.10, linux-arm64",
        "LINUX,   x86_64,  2.29, ,",
        "LINUX,   x86_64,  2.4,  ,",
        "LINUX,   x86_64,  ,     ,",
        "LINUX,   riscv64, 2.39, ,",
        "MACOS,   x86_64,  ,     3.14.3-1.5.13, macosx-x86_64",
        "MACOS,   arm64,   ,     3.14.3-1.5.13, macosx-arm64",
        "WINDOWS, x86_64,  ,     3.14.3-1.5.13, windows-x86_64",
        "WINDOWS, arm64,   ,     ,",
        "OTHER,   x86_64,  ,     ,",
    })
    void theNewestBuildThatStartsIsTaken(
            HostPlatform.System system,
            String machine,
            @Nullable String glibc,
            @Nullable String version,
            @Nullable String classifier) {
        HostPlatform host =
                new HostPlatform(system, machine, Optional.ofNullable(glibc).map(GlibcVersion::parse));
        Optional<String> expected =
                Optional.ofNullable(version).map(text -> "org.bytedeco:cpython:" + text + ":jar:" + classifier);

        assertThat(EmbeddedCpython.forHost(host).map(CpythonRelease::toString)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "3.{3} on {0}, {1}, glibc {2}: {4}")
    @CsvSource({
        "LINUX,   x86_64,  2.17, 9,  3.9.6-1.5.6,    linux-x86_64",
        "LINUX,   arm64,   2.17, 10, 3.10.8-1.5.8,   linux-arm64",
        "LINUX,   x86_64,  2.36, 11, 3.11.3-1.5.9,   linux-x86_64",
        "LINUX,   x86_64,  2.34, 12, 3.12.1-1.5.10,  linux-x86_64",
        "LINUX,   x86_64,  2.35, 13, 3.13.5-1.5.12,  linux-x86_64",
        "LINUX,   x86_64,  2.34, 13, ,",
        "LINUX,   arm64,   2.39, 13, ,",
        "LINUX,   arm64,   2.39, 14, 3.14.3-1.5.13,  linux-arm64",
        "LINUX,   x86_64,  ,     11, ,",
        "LINUX,   x86_64,  2.39, 8,  ,",
        "LINUX,   x86_64,  2.39, 1,  ,",
        "MACOS,   arm64,   ,     12, ,",
        "MACOS,   arm64,   ,     13, 3.13.5-1.5.12,  macosx-arm64",
        "MACOS,   x86_64,  ,     11, 3.11.3-1.5.9,   macosx-x86_64",
        "WINDOWS, x86_64,  ,     12, 3.12.1-1.5.10,  windows-x86_64",
        "OTHER,   x86_64,  ,     12, ,",
    })
    void theBuildOfAMinorVersionIsTaken(
            HostPlatform.System system,
            String machine,
            @Nullable String glibc,
            int minor,
            @Nullable String version,
            @Nullable String classifier) {
        HostPlatform host =
                new HostPlatform(system, machine, Optional.ofNullable(glibc).map(GlibcVersion::parse));
        Optional<String> expected =
                Optional.ofNullable(version).map(text -> "org.bytedeco:cpython:" + text + ":jar:" + classifier);

        assertThat(EmbeddedCpython.forHost(host, minor).map(CpythonRelease::toString))
                .isEqualTo(expected);
    }
}
