package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.pythonlambda.testing.TestZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipUnpackerTest {

    @TempDir
    Path folder;

    private Path zip;
    private Path to;

    @BeforeEach
    void make() throws IOException {
        zip = folder.resolve("layer.zip");
        to = Files.createDirectory(folder.resolve("opt"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void contentAndFoldersAreThoseOfTheZip() throws IOException {
        TestZip content = new TestZip().file("empty/", "").file("python/a/deep/module.py", "x = 1\n");
        for (int i = 0; i < 200; i++) {
            content.file(
                    "python/many/m%d.py".formatted(i),
                    "number = %d%n".formatted(i).repeat(i));
        }
        content.writeTo(zip);

        ZipUnpacker.unpack(zip, to);

        assertThat(to.resolve("empty")).isEmptyDirectory();
        assertThat(to.resolve("python/a/deep/module.py")).hasContent("x = 1\n");
        for (int i = 0; i < 200; i++) {
            assertThat(to.resolve("python/many/m%d.py".formatted(i)))
                    .hasContent("number = %d%n".formatted(i).repeat(i));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyMayWriteAndProgramsMayBeRun() throws IOException {
        new TestZip().file("data", "1").executable("program", "2").writeTo(zip);

        ZipUnpacker.unpack(zip, to);

        assertThat(mode(to.resolve("data"))).isEqualTo("r--r--r--");
        assertThat(mode(to.resolve("program"))).isEqualTo("r-xr-xr-x");
    }

    @Test
    void aLaterLayerReplacesFilesOfAnEarlierOne() throws IOException {
        new TestZip()
                .file("python/same.py", "first")
                .file("python/other.py", "other")
                .writeTo(zip);
        ZipUnpacker.unpack(zip, to);
        new TestZip().file("python/same.py", "second").writeTo(zip);
        ZipUnpacker.unpack(zip, to);

        assertThat(to.resolve("python/same.py")).hasContent("second");
        assertThat(to.resolve("python/other.py")).hasContent("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "python/../../outside", "/outside"})
    void nothingIsWrittenOutsideOfTheFolder(String name) throws IOException {
        new TestZip().file("inside", "").file(name, "").writeTo(zip);

        assertThatIOException()
                .isThrownBy(() -> ZipUnpacker.unpack(zip, to))
                .withMessageContaining(name)
                .withMessageContaining("layer.zip");
        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(to).isEmptyDirectory();
    }

    @Test
    void linksAreRefused() throws IOException {
        new TestZip().link("link", "/etc/passwd").writeTo(zip);

        assertThatIOException().isThrownBy(() -> ZipUnpacker.unpack(zip, to)).withMessageContaining("entry link of ");
    }

    @Test
    void damagedContentIsRefused() throws IOException {
        new TestZip().file("python/module.py", "x = 1\n".repeat(1000)).writeTo(zip);
        byte[] bytes = Files.readAllBytes(zip);
        int content = 30 + "python/module.py".length();
        bytes[content + 2] ^= 0x55;
        Files.write(zip, bytes);

        assertThatIOException()
                .isThrownBy(() -> ZipUnpacker.unpack(zip, to))
                .withMessageContaining("python/module.py is damaged");
    }
}
