package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.GlibcVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedGlibcTest {

    private static final String OTHER_LIBRARIES = """
            55d0c0a00000-55d0c0a01000 r--p 00000000 08:01 123 /usr/lib/jvm/bin/java
            7f0000000000-7f0000001000 rw-p 00000000 00:00 0
            7f0000002000-7f0000003000 r-xp 00000000 08:01 124 /usr/lib/libcap.so.2.44
            7ffc00000000-7ffc00001000 r-xp 00000000 00:00 0                          [vdso]
            """;

    @TempDir
    Path folder;

    private Path mapsWith(Object library) throws Exception {
        String line = "7f1000000000-7f1000100000 r-xp 00028000 08:01 125                 " + library + "\n";
        return Files.writeString(folder.resolve("maps"), OTHER_LIBRARIES + line);
    }

    @Test
    void upTo2Point33TheFilesNameSaysTheVersion() throws Exception {
        assertThat(LoadedGlibc.find(mapsWith("/lib/x86_64-linux-gnu/libc-2.31.so")))
                .contains(new GlibcVersion(2, 31));
    }

    @Test
    void from2Point34TheFilesContentSaysTheVersion() throws Exception {
        Path library = folder.resolve("libc.so.6");
        Files.write(
                library,
                "\u007fELF\0\u00ff\0GNU C Library (Debian GLIBC 2.36-9) stable release version 2.36.\nCopyright\0"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(LoadedGlibc.find(mapsWith(library))).contains(new GlibcVersion(2, 36));
    }

    @Test
    void aFileWithoutABannerSaysNothing() throws Exception {
        Path library = Files.writeString(folder.resolve("libc.so.6"), "no banner");

        assertThat(LoadedGlibc.find(mapsWith(library))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lib/ld-musl-x86_64.so.1",
                "/lib/libc.musl-x86_64.so.1",
                "/nowhere/libc.so.6",
                "/lib/libc++.so.6"
            })
    void noOtherLibraryIsTakenForIt(String library) throws Exception {
        assertThat(LoadedGlibc.find(mapsWith(library))).isEmpty();
    }
}
