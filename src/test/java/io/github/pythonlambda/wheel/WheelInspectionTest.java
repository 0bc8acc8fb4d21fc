package io.github.pythonlambda.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.TestElf;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.testing.TestZip;
import io.github.pythonlambda.wheel.ContentFault.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WheelInspectionTest {

    private static final TestWheel DEMO = TestWheel.of("demo", "1.0");
    private static final String RECORD = "demo-1.0.dist-info/RECORD";
    private static final byte[] CODE = "print(1)\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private WheelFacts inspect(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve(DEMO.fileName()), bytes);
        try (Wheel wheel = Wheel.open(file, WheelFileName.parse(DEMO.fileName()))) {
            return WheelInspection.of(wheel);
        }
    }

    private static String hash(String algorithm, byte[] content) throws Exception {
        byte[] hash = MessageDigest.getInstance(algorithm).digest(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** The demo wheel with {@code demo/code.py}, and a RECORD in which that file has a line of its own. */
    private static TestWheel recording(String... linesOfCode) throws Exception {
        TestWheel wheel = DEMO.file("demo/code.py", CODE);
        StringBuilder record = new StringBuilder();
        record.append("demo/__init__.py,sha256=")
                .append(hash("SHA-256", "VERSION = \"1.0\"\n".getBytes(StandardCharsets.UTF_8)))
                .append(",16\n");
        String wheelFile = "Wheel-Version: 1.0\nTag: py3-none-any\n";
        record.append("demo-1.0.dist-info/METADATA,sha256=")
                .append(hash("SHA-256", DEMO.metadata().getBytes(StandardCharsets.UTF_8)))
                .append(",\ndemo-1.0.dist-info/WHEEL,sha256=")
                .append(hash("SHA-256", wheelFile.getBytes(StandardCharsets.UTF_8)))
                .append(",\n");
        for (String line : linesOfCode) {
            record.append(line).append('\n');
        }
        record.append(RECORD).append(",,\n");
        return wheel.file("demo-1.0.dist-info/WHEEL", wheelFile).file(RECORD, record.toString());
    }

    @Test
    void aSoundWheelHasNoFaults() throws Exception {
        assertThat(inspect(DEMO.bytes()).faults()).isEmpty();
        assertThat(inspect(DEMO.file("demo/a, b.txt", "x")
                                .file("demo-1.0.dist-info/RECORD.jws", "signature")
                                .bytes())
                        .faults())
                .extracting(ContentFault::path)
                // The test's RECORD does not quote the name with the comma.
                .contains("demo/a, b.txt")
                .doesNotContain("demo-1.0.dist-info/RECORD.jws");
    }

    @Test
    void hashesAreAcceptedInEverySpellingOfTheRightValue() throws Exception {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(CODE);
        String[] spellings = {
            "sha256=" + hash("SHA-256", CODE),
            "sha256=" + hash("SHA-256", CODE) + "=",
            "SHA256=" + hash("SHA-256", CODE),
            "sha256=" + Base64.getEncoder().encodeToString(sha256),
            "sha256=" + HexFormat.of().formatHex(sha256),
            "sha384=" + hash("SHA-384", CODE),
            "sha512=" + hash("SHA-512", CODE)
        };
        for (String spelling : spellings) {
            TestWheel wheel = recording("demo/code.py," + spelling + ",9");
            assertThat(inspect(wheel.bytes()).faults()).as(spelling).isEmpty();
        }
    }

    @Test
    void namesWithCommasAndQuotesAreRead() throws Exception {
        TestWheel wheel = recording(
                        "demo/code.py,sha256=" + hash("SHA-256", CODE) + ",",
                        "\"demo/a, \"\"b\"\".py\",sha256=" + hash("SHA-256", CODE) + ",9")
                .file("demo/a, \"b\".py", CODE);

        assertThat(inspect(wheel.bytes()).faults()).isEmpty();
    }

    @Test
    void otherContentIsFound() throws Exception {
        String other = "sha256=" + hash("SHA-256", "other".getBytes(StandardCharsets.UTF_8));

        assertThat(inspect(recording("demo/code.py," + other + ",9").bytes()).faults())
                .containsExactly(
                        new ContentFault(Kind.WRONG_HASH, "demo/code.py", other, "sha256=" + hash("SHA-256", CODE)));
    }

    @Test
    void anotherSizeIsFound() throws Exception {
        assertThat(inspect(recording("demo/code.py,sha256=" + hash("SHA-256", CODE) + ",10")
                                .bytes())
                        .faults())
                .containsExactly(new ContentFault(Kind.WRONG_SIZE, "demo/code.py", "10", "9"));
    }

    @Test
    void aFileThatIsNotListedIsFound() throws Exception {
        assertThat(inspect(recording().bytes()).faults())
                .containsExactly(new ContentFault(Kind.NOT_LISTED, "demo/code.py", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/gone.py", "../../etc/passwd", "/etc/passwd", "demo\\code.py"})
    void aFileThatIsListedAndNotThereIsFound(String path) throws Exception {
        String hash = "sha256=" + hash("SHA-256", CODE);

        assertThat(inspect(recording("demo/code.py," + hash + ",9", path + "," + hash + ",9")
                                .bytes())
                        .faults())
                .containsExactly(new ContentFault(Kind.MISSING, path, "", ""));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "md5=AAAA,md5=AAAA", "sha1=AAAA,sha1=AAAA", "AAAA,AAAA", "=,="})
    void aFileWithoutAGoodHashIsFound(String hash, String shown) throws Exception {
        assertThat(inspect(recording("demo/code.py," + hash + ",9").bytes()).faults())
                .containsExactly(
                        new ContentFault(Kind.NO_HASH, "demo/code.py", "sha256=" + hash("SHA-256", CODE), shown));
    }

    @Test
    void linesOfAnotherFormAreFound() throws Exception {
        String good = "demo/code.py,sha256=" + hash("SHA-256", CODE) + ",9";

        assertThat(inspect(recording(good, "what", ",sha256=AAAA,1", good + ",more")
                                .bytes())
                        .faults())
                .extracting(ContentFault::kind, ContentFault::path)
                .containsExactly(
                        tuple(Kind.RECORD_SYNTAX, "what"),
                        tuple(Kind.RECORD_SYNTAX, ",sha256=AAAA,1"),
                        tuple(Kind.RECORD_SYNTAX, good + ",more"));
    }

    @Test
    void ofTwoLinesForAFileBothHaveToBeRight() throws Exception {
        String good = "demo/code.py,sha256=" + hash("SHA-256", CODE) + ",9";
        String bad = "demo/code.py,sha256=" + hash("SHA-256", new byte[0]) + ",9";

        assertThat(inspect(recording(good, good).bytes()).faults()).isEmpty();
        assertThat(inspect(recording(good, bad).bytes()).faults())
                .extracting(ContentFault::kind)
                .containsExactly(Kind.WRONG_HASH);
    }

    @Test
    void aMissingRecordIsFound() throws Exception {
        byte[] bytes = new TestZip()
                .file("demo/__init__.py", "")
                .file("demo-1.0.dist-info/METADATA", "Name: demo\nVersion: 1.0\n")
                .file("demo-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\n")
                .bytes();

        assertThat(inspect(bytes).faults()).containsExactly(new ContentFault(Kind.NO_RECORD, RECORD, "", ""));
    }

    @Test
    void damageIsAFactAndNoFailure() throws Exception {
        byte[] bytes = new TestZip()
                .stored("demo/data.bin", "precious")
                .distInfo("demo", "1.0")
                .bytes();
        bytes[TestZip.indexOf(bytes, "precious")] ^= 1;

        WheelFacts facts = inspect(bytes);

        assertThat(facts.hasDamage()).isTrue();
        assertThat(facts.faults())
                .contains(new ContentFault(
                        Kind.DAMAGED,
                        "demo/data.bin",
                        "",
                        "entry demo/data.bin is damaged: its size or CRC-32 is not what the archive says"));
    }

    @Test
    void damageToCompressedBytesIsOneToo() throws Exception {
        byte[] bytes = new TestZip()
                .file("demo/data.txt", "text ".repeat(100))
                .distInfo("demo", "1.0")
                .bytes();
        // 0xFF starts a block of a kind that deflate does not have.
        bytes[TestZip.indexOf(bytes, "demo/data.txt") + "demo/data.txt".length()] = (byte) 0xFF;

        assertThat(inspect(bytes).faults())
                .filteredOn(fault -> fault.kind() == Kind.DAMAGED)
                .extracting(ContentFault::found)
                .containsExactly("entry demo/data.txt is damaged: its compressed bytes are no deflate stream");
    }

    @Test
    void anArchiveThatCanBeReadInTwoWaysIsFound() throws Exception {
        byte[] bytes = DEMO.bytes();

        assertThat(inspect(Arrays.copyOf(bytes, bytes.length + 1)).faults())
                .containsExactly(new ContentFault(Kind.AMBIGUOUS, "other bytes come after its end", "", ""));
    }

    @Test
    void nativeFilesAreRead() throws Exception {
        TestElf library = TestElf.of(TestElf.AARCH64).soname("libdemo.so.1").needs("libc.so.6", "GLIBC_2.17");
        WheelFacts facts = inspect(DEMO.file("demo.libs/libdemo.so.1", library.bytes())
                .file("demo/program", TestElf.of(TestElf.X86_64).type(2).bytes())
                .file("demo/looks-like-one.txt", "\u007fEL is how such files begin, with an F")
                .bytes());

        assertThat(facts.faults()).isEmpty();
        assertThat(facts.unreadableFiles()).isEmpty();
        assertThat(facts.nativeFiles())
                .extracting(WheelFacts.NativeFile::path)
                .containsExactlyInAnyOrder("demo.libs/libdemo.so.1", "demo/program");
        ElfImage image = facts.nativeFiles().stream()
                .filter(file -> file.path().startsWith("demo.libs"))
                .findFirst()
                .orElseThrow()
                .image();
        assertThat(image.machine()).isEqualTo("aarch64");
        assertThat(image.soname()).isEqualTo("libdemo.so.1");
        assertThat(image.versions()).containsExactly(new ElfImage.VersionNeed("libc.so.6", "GLIBC_2.17", false));
    }

    @Test
    void largeNativeFilesAreReadAsSmallOnesAre() throws Exception {
        byte[] small = TestElf.of(TestElf.X86_64).needs("libm.so.6").bytes();
        byte[] large = Arrays.copyOf(small, 40_000_000);

        assertThat(inspect(DEMO.file("demo/large.so", large).bytes()).nativeFiles())
                .extracting(file -> file.image().needed())
                .containsExactly(List.of("libm.so.6"));
    }

    @Test
    void nativeFilesThatCannotBeReadAreNoted() throws Exception {
        byte[] library = TestElf.of(TestElf.X86_64).needs("libc.so.6").bytes();
        WheelFacts facts = inspect(DEMO.file("demo/cut.so", Arrays.copyOf(library, 100))
                .file("demo/mac.so", new byte[] {(byte) 0xCF, (byte) 0xFA, (byte) 0xED, (byte) 0xFE, 7, 0, 0, 1})
                .file("demo/windows.so", "MZ\u0090")
                .file("demo/windows.dll", "MZ\u0090")
                .file("demo/script.so", "INPUT(libfoo.so.1)")
                .file("demo/empty.so", "")
                .bytes());

        assertThat(facts.nativeFiles()).isEmpty();
        assertThat(facts.unreadableFiles())
                .containsExactlyInAnyOrder(
                        new WheelFacts.UnreadableFile(
                                "demo/cut.so", "it is cut short, or refers to a place outside of itself"),
                        new WheelFacts.UnreadableFile("demo/mac.so", "it is a file for macOS"),
                        new WheelFacts.UnreadableFile("demo/windows.so", "it is a file for Windows"));
    }
}
