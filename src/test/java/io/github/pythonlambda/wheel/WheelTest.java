package io.github.pythonlambda.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.testing.TestZip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WheelTest {

    private static final TestWheel DEMO = TestWheel.of("demo", "1.0");
    private static final String DIST_INFO = "demo-1.0.dist-info/";

    @TempDir
    private Path folder;

    private static WheelFileName name(String text) {
        try {
            return WheelFileName.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Writes the bytes as {@code demo-1.0-py3-none-any.whl}. */
    private Path demo(byte[] bytes) throws IOException {
        return Files.write(folder.resolve(DEMO.fileName()), bytes);
    }

    private Wheel open(byte[] bytes) throws IOException, ProblemException {
        return Wheel.open(demo(bytes), name(DEMO.fileName()));
    }

    private ThrowableAssertAlternative<ProblemException> assertThatOpeningFails(byte[] bytes) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> open(bytes).close());
    }

    private String message(String why) {
        String place = folder.resolve(DEMO.fileName()).toString();
        return String.join(
                System.lineSeparator(),
                "the wheel demo-1.0-py3-none-any.whl cannot be installed: " + why,
                "  where:    " + place,
                "  to do:    get the wheel again from where it was built, or another version of demo");
    }

    @Test
    void aSoundWheelIsOpened() throws IOException, ProblemException {
        try (Wheel wheel = open(DEMO.bytes())) {
            assertThat(wheel.fileName()).hasToString("demo-1.0-py3-none-any.whl");
            assertThat(wheel.path()).isEqualTo(folder.resolve(DEMO.fileName()));
            assertThat(wheel.entries())
                    .extracting(WheelEntry::scheme, WheelEntry::path)
                    .containsExactly(
                            tuple(Scheme.PLATLIB, "demo/__init__.py"),
                            tuple(Scheme.PLATLIB, DIST_INFO + "METADATA"),
                            tuple(Scheme.PLATLIB, DIST_INFO + "WHEEL"),
                            tuple(Scheme.PLATLIB, DIST_INFO + "RECORD"));
        }
    }

    @Test
    void theNameOnDiskDoesNotCount() throws IOException, ProblemException {
        Path stored = Files.write(folder.resolve("0a1b2c"), DEMO.bytes());
        try (Wheel wheel = Wheel.open(stored, name(DEMO.fileName()))) {
            assertThat(wheel.path()).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Demo_Pkg, 1.0,   demo_pkg-1.0-py3-none-any.whl",
        "demo.pkg, 1.0.0, demo_pkg-1.0-py3-none-any.whl",
        "demo-pkg, 1.0rc1, demo_pkg-1.0.rc1-py3-none-any.whl"
    })
    void spellingsOfNameAndVersionDoNotCount(String name, String version, String fileName)
            throws IOException, ProblemException {
        Path file = Files.write(
                folder.resolve(fileName), TestWheel.of(name, version).bytes());
        try (Wheel wheel = Wheel.open(file, name(fileName))) {
            assertThat(wheel.entries()).hasSize(4);
        }
    }

    @Test
    void dataFoldersSayTheirSchemes() throws IOException, ProblemException {
        TestWheel wheel = DEMO.file("demo-1.0.data/purelib/pure.py", "")
                .file("demo-1.0.data/platlib/plat.so", "")
                .file("demo-1.0.data/scripts/tool", "")
                .file("demo-1.0.data/data/share/demo/x.txt", "")
                .file("demo-1.0.data/headers/demo.h", "")
                .file("other-1.0.data/scripts/not-of-this-wheel", "");
        try (Wheel opened = open(wheel.bytes())) {
            assertThat(opened.entries())
                    .extracting(WheelEntry::scheme, WheelEntry::path)
                    .contains(
                            tuple(Scheme.PURELIB, "pure.py"),
                            tuple(Scheme.PLATLIB, "plat.so"),
                            tuple(Scheme.SCRIPTS, "tool"),
                            tuple(Scheme.DATA, "share/demo/x.txt"),
                            tuple(Scheme.HEADERS, "demo.h"),
                            tuple(Scheme.PLATLIB, "other-1.0.data/scripts/not-of-this-wheel"));
        }
    }

    @Test
    void foldersAreNoFiles() throws IOException, ProblemException {
        byte[] bytes = new TestZip()
                .file("demo/", "")
                .file("demo/__init__.py", "")
                .distInfo("demo", "1.0")
                .bytes();
        try (Wheel wheel = open(bytes)) {
            assertThat(wheel.entries()).hasSize(4);
        }
    }

    static Stream<Arguments> unsoundWheels() {
        return Stream.of(
                Arguments.of("it has no .dist-info folder", new TestZip().file("demo/__init__.py", "")),
                Arguments.of(
                        "it has several .dist-info folders: [demo-1.0.dist-info, other-2.0.dist-info]",
                        new TestZip().distInfo("demo", "1.0").distInfo("other", "2.0")),
                Arguments.of(
                        "its folder other-1.0.dist-info belongs to another project than its file name says",
                        new TestZip().distInfo("other", "1.0")),
                Arguments.of(
                        "its folder demo.dist-info belongs to another project than its file name says",
                        new TestZip().file("demo.dist-info/METADATA", "")),
                Arguments.of(
                        "its folder demo-1.1.dist-info belongs to another version than its file name says",
                        new TestZip()
                                .file("demo-1.1.dist-info/METADATA", "Name: demo\nVersion: 1.0\n")
                                .file("demo-1.1.dist-info/WHEEL", "Wheel-Version: 1.0\n")),
                Arguments.of(
                        "its METADATA says demo 1.1, its file name says demo 1.0",
                        new TestZip().distInfo("demo", "1.1")),
                Arguments.of(
                        "its METADATA says other 1.0, its file name says demo 1.0",
                        new TestZip()
                                .file(DIST_INFO + "METADATA", "Name: other\nVersion: 1.0\n")
                                .file(DIST_INFO + "WHEEL", "Wheel-Version: 1.0\n")),
                Arguments.of(
                        "its METADATA says  , its file name says demo 1.0",
                        new TestZip()
                                .file(DIST_INFO + "METADATA", "\nName: demo\nVersion: 1.0\n")
                                .file(DIST_INFO + "WHEEL", "Wheel-Version: 1.0\n")),
                Arguments.of(
                        "it has no demo-1.0.dist-info/METADATA",
                        new TestZip().file(DIST_INFO + "WHEEL", "Wheel-Version: 1.0\n")),
                Arguments.of("it has no demo-1.0.dist-info/WHEEL", new TestZip().file(DIST_INFO + "METADATA", "")),
                Arguments.of(
                        "its Wheel-Version is '2.0', this plugin reads 1.x",
                        new TestZip().file(DIST_INFO + "WHEEL", "Wheel-Version: 2.0\n")),
                Arguments.of(
                        "its Wheel-Version is '10.0', this plugin reads 1.x",
                        new TestZip().file(DIST_INFO + "WHEEL", "Wheel-Version: 10.0\n")),
                Arguments.of(
                        "its Wheel-Version is '', this plugin reads 1.x",
                        new TestZip().file(DIST_INFO + "WHEEL", "Tag: py3-none-any\n")),
                Arguments.of(
                        "its entry 'demo/a.py' is there twice",
                        new TestZip()
                                .file("demo/a.py", "1")
                                .file("demo/a.py", "2")
                                .distInfo("demo", "1.0")),
                Arguments.of(
                        "its entry 'demo/a.py' has a second name, and not all programs take the same of the two",
                        new TestZip()
                                .file("demo/a.py", "")
                                .unicodeName("demo/b.py")
                                .distInfo("demo", "1.0")),
                Arguments.of(
                        "its entry 'demo/link' is a symbolic link",
                        new TestZip().link("demo/link", "/etc/passwd").distInfo("demo", "1.0")),
                Arguments.of(
                        "its entry 'demo/a.py' is encrypted",
                        new TestZip()
                                .file("demo/a.py", "")
                                .distInfo("demo", "1.0")
                                .markedAsEncrypted()),
                Arguments.of(
                        "its entry 'demo-1.0.data/lib/x' is in no folder that can be installed (demo-1.0.data/purelib,"
                                + " platlib, scripts, data, headers)",
                        new TestZip().file("demo-1.0.data/lib/x", "").distInfo("demo", "1.0")),
                Arguments.of(
                        "its entry 'demo-1.0.data/scripts' is in no folder that can be installed"
                                + " (demo-1.0.data/purelib, platlib, scripts, data, headers)",
                        new TestZip().file("demo-1.0.data/scripts", "").distInfo("demo", "1.0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundWheels")
    void anUnsoundWheelIsRefusedWithNameAndReason(String why, TestZip zip) {
        assertThatOpeningFails(zip.bytes()).withMessage(message(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/profile", "C:/Windows/x", "c:x"})
    void anAbsolutePathIsRefused(String entry) {
        assertThatOpeningFails(DEMO.file(entry, "").bytes())
                .withMessage(message("its entry '" + entry + "' has an absolute path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "demo/../../x", "demo/..", "./x", "demo//x", "demo/./x", "demo-1.0.data/data/../x"})
    void aPathThatLeavesItsFolderIsRefused(String entry) {
        assertThatOpeningFails(DEMO.file(entry, "").bytes())
                .withMessage(message("its entry '" + entry + "' has a path that leaves its folder or is not normal"));
    }

    @ParameterizedTest
    @CsvSource({"demo\\x, demo\\x", "..\\x, ..\\x", "demo/x\0.py, demo/x\\x00.py", "demo/\u001b[2J.py, demo/\\x1b[2J.py"
    })
    void aNameThatUnzipProgramsReadDifferentlyIsRefused(String entry, String shown) {
        assertThatOpeningFails(DEMO.file(entry, "").bytes())
                .withMessage(message("its entry '" + shown + "' has a character in its name that no wheel may have"));
    }

    @Test
    void aNameWhoseEncodingIsNotSaidIsRefused() {
        byte[] bytes = DEMO.file("demo/\u00e4.py", "").bytes();
        // The flag that says UTF-8, in the header in front of the data and in the directory.
        for (int i = 0; i < bytes.length - 10; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3) {
                bytes[i + 7] &= ~8;
            } else if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1) {
                bytes[i + 9] &= ~8;
            }
        }

        assertThatOpeningFails(bytes).withMessageContaining("has a character in its name that no wheel may have");
    }

    @ParameterizedTest
    @CsvSource({"demo/A.py, demo/a.py", "demo/\u00e4.py, demo/a\u0308.py"})
    void namesThatSomeFileSystemsTakeForOneAreRefused(String first, String second) {
        assertThatOpeningFails(DEMO.file(first, "").file(second, "").bytes())
                .withMessage(message("its entry '" + second + "' differs from '" + first
                        + "' only in a way that not all file systems keep apart"));
    }

    @Test
    void aFolderThatLeavesTheWheelIsRefused() {
        assertThatOpeningFails(
                        new TestZip().file("../", "").distInfo("demo", "1.0").bytes())
                .withMessage(message("its entry '../' has a path that leaves its folder or is not normal"));
    }

    @Test
    void aFolderWithContentIsRefused() {
        assertThatOpeningFails(new TestZip()
                        .file("demo/", "content")
                        .distInfo("demo", "1.0")
                        .bytes())
                .withMessage(message("its entry 'demo/' is a folder and has content"));
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() {
        assertThatOpeningFails(
                        DEMO.file("demo/zeros.bin", new byte[110_000_000]).bytes())
                .withMessageContaining("its entry 'demo/zeros.bin' is a zip bomb: ")
                .withMessageContaining(" that unpack to 110.0 MB");
    }

    @Test
    void manySmallBombsAreOneToo() {
        TestWheel wheel = DEMO;
        for (int i = 0; i < 6; i++) {
            wheel = wheel.file("demo/zeros" + i + ".bin", new byte[20_000_000]);
        }
        assertThatOpeningFails(wheel.bytes())
                .withMessageContaining("cannot be installed: it is a zip bomb: ")
                .withMessageContaining(" that unpack to 120.0 MB");
    }

    @Test
    void whatCompressesWellIsNoBomb() throws IOException, ProblemException {
        try (Wheel wheel =
                open(DEMO.file("demo/zeros.bin", new byte[10_000_000]).bytes())) {
            assertThat(wheel.entries()).hasSize(5);
        }
    }

    @Test
    void theTagsThatAWheelDeclaresAreRead() throws IOException, ProblemException {
        TestWheel wheel = DEMO.file(
                DIST_INFO + "WHEEL", "Wheel-Version: 1.0\nTag: py2-none-any\nTag: py3-none-any\n\nTag: no-such-tag\n");
        try (Wheel opened = open(wheel.bytes())) {
            assertThat(opened.declaredTags()).containsExactly("py2-none-any", "py3-none-any");
        }
    }

    @Test
    void whatIsNoZipFileIsRefused() {
        assertThatOpeningFails("<html>Not Found</html>".getBytes(StandardCharsets.UTF_8))
                .withMessageStartingWith(
                        "the wheel demo-1.0-py3-none-any.whl cannot be installed: it is not a zip file,"
                                + " or is cut short (");
    }

    @Test
    void aTruncatedWheelIsRefused() {
        byte[] whole = DEMO.bytes();

        assertThatOpeningFails(Arrays.copyOf(whole, whole.length / 2))
                .withMessageStartingWith(
                        "the wheel demo-1.0-py3-none-any.whl cannot be installed: it is not a zip file,"
                                + " or is cut short (");
    }

    @Test
    void aFileThatIsNotThereIsNotCalledAnUnsoundWheel() {
        assertThatThrownBy(() -> Wheel.open(folder.resolve("none.whl"), name(DEMO.fileName()))
                        .close())
                .isInstanceOf(NoSuchFileException.class);
    }
}
