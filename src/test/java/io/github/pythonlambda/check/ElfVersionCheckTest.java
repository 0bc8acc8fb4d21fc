package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.target.SystemLibraries;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.TestElf;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElfVersionCheckTest {

    private static final TestElf LIBRARY = TestElf.of(TestElf.X86_64);

    private static Optional<Finding> check(String runtime, Inspected wheel, String... provided) {
        Target target = Targets.of(runtime, "x86_64");
        return new ElfVersionCheck(target, SystemLibraries.of(target), Set.of(provided)).check(wheel.wheel());
    }

    private static Inspected needing(String library, String version) {
        return Inspected.of(Inspected.X86).file("demo/a.so", LIBRARY.needs(library, version));
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11, libc.so.6,      GLIBC_2.2.5",
        "python3.11, libc.so.6,      GLIBC_2.26",
        "python3.12, libc.so.6,      GLIBC_2.34",
        "python3.13, libm.so.6,      GLIBC_2.29",
        "python3.11, libstdc++.so.6, GLIBCXX_3.4.24",
        "python3.13, libstdc++.so.6, GLIBCXX_3.4.29",
        "python3.11, libstdc++.so.6, CXXABI_1.3.11",
        // Names without a number say nothing of age.
        "python3.11, libstdc++.so.6, CXXABI_FLOAT128",
        "python3.11, libstdc++.so.6, CXXABI_TM_1",
        "python3.11, libc.so.6,      GLIBC_PRIVATE",
        // Families that are not the system's.
        "python3.11, libfoo.so.1,    FOO_99",
        "python3.11, libQt5Core.so,  Qt_5.15",
        "python3.11, libfoo.so.1,    9.9",
        "python3.11, libfoo.so.1,    _2.99",
        "python3.11, libgcc_s.so.1,  GCC_14.0.0"
    })
    void whatTheRuntimeHasPasses(String runtime, String library, String version) {
        assertThat(check(runtime, needing(library, version))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11, libc.so.6,      GLIBC_2.27",
        "python3.11, libm.so.6,      GLIBC_2.28",
        "python3.12, libc.so.6,      GLIBC_2.35",
        "python3.13, libc.so.6,      GLIBC_ABI_DT_RELR",
        "python3.13, ld-linux-x86-64.so.2, GLIBC_2.38",
        "python3.11, libstdc++.so.6, GLIBCXX_3.4.25",
        "python3.13, libstdc++.so.6, GLIBCXX_3.4.34",
        "python3.11, libstdc++.so.6, CXXABI_1.3.12",
        "python3.13, libstdc++.so.6, CXXABI_1.3.16"
    })
    void whatIsNewerThanTheRuntimeIsAnError(String runtime, String library, String version) {
        assertThat(check(runtime, needing(library, version))).hasValueSatisfying(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.rule()).hasToString("elf-glibc");
            assertThat(finding.problem().found()).isEqualTo(version + " needed by demo/a.so");
        });
    }

    @ParameterizedTest
    @CsvSource({"GLIBCXX_3.4.30", "GLIBCXX_3.4.33", "CXXABI_1.3.14"})
    void whatOnlyTheNewestImageHasIsAWarning(String version) {
        assertThat(check("python3.13", needing("libstdc++.so.6", version))).hasValueSatisfying(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.problem().what()).contains("than python3.13 on x86_64 has for certain: " + version);
        });
    }

    @Test
    void itIsToldWhichFilesNeedWhatAndWhatToDo() {
        Inspected wheel = needing("libc.so.6", "GLIBC_2.28")
                .file("demo/b.so", LIBRARY.needs("libc.so.6", "GLIBC_2.28").needs("libm.so.6", "GLIBC_2.29"));

        assertThat(check("python3.11", wheel))
                .hasValueSatisfying(
                        finding -> assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                                demo-1.0-cp313-cp313-manylinux_2_17_x86_64.whl needs newer system libraries than python3.11 on x86_64 has: GLIBC_2.28, GLIBC_2.29
                                  where:    %s
                                  expected: GLIBC_2.26, GLIBCXX_3.4.24, CXXABI_1.3.11 or older, the newest of Amazon Linux 2
                                  found:    GLIBC_2.28 needed by demo/a.so, demo/b.so
                                            GLIBC_2.29 needed by demo/b.so
                                  to do:    build demo in an image of manylinux with glibc 2.26 or older, or take another version of it, or a runtime on a newer Amazon Linux""".formatted(
                                        wheel.wheel().path())));
    }

    @Test
    void weakNeedsAreNone() {
        Inspected wheel = Inspected.of(Inspected.X86).file("demo/a.so", LIBRARY.needsWeakly("libc.so.6", "GLIBC_2.36"));

        assertThat(check("python3.11", wheel)).isEmpty();
    }

    @Test
    void whatALayerBringsItselfMayBeNewer() {
        assertThat(check("python3.11", needing("libstdc++.so.6", "GLIBCXX_3.4.32"), "libstdc++.so.6"))
                .isEmpty();
    }

    @Test
    void filesForOtherMachinesAreNotJudged() {
        Inspected wheel = Inspected.of(Inspected.X86)
                .file("demo/a.so", TestElf.of(TestElf.AARCH64).needs("libc.so.6", "GLIBC_2.38"));

        assertThat(check("python3.11", wheel)).isEmpty();
    }

    @Test
    void aProgramBesideLibrariesIsAWarning() {
        TestElf program = LIBRARY.type(2).needs("libc.so.6", "GLIBC_2.28");

        assertThat(check(
                        "python3.11",
                        Inspected.of(Inspected.X86).file("demo/a.so", LIBRARY).file("demo/tool", program)))
                .hasValueSatisfying(finding -> assertThat(finding.isError()).isFalse());
        assertThat(check("python3.11", Inspected.of(Inspected.X86).file("demo/tool", program)))
                .hasValueSatisfying(finding -> assertThat(finding.isError()).isTrue());
    }

    @Test
    void aWheelForAnyMachineIsNeverAnError() {
        Inspected any = Inspected.of(Inspected.ANY);
        TestElf recent = LIBRARY.needs("libc.so.6", "GLIBC_2.38");

        assertThat(check("python3.13", any.file("demo/a.so", recent)))
                .hasValueSatisfying(finding -> assertThat(finding.isError()).isFalse());
        assertThat(check("python3.13", any.file("demo/tool", recent))).isEmpty();
    }
}
