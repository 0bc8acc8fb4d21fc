package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.TestElf;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElfMachineCheckTest {

    private static final TestElf FOR_X86 = TestElf.of(TestElf.X86_64);
    private static final TestElf FOR_ARM = TestElf.of(TestElf.AARCH64);

    private static Optional<Finding> checkOnX86(Inspected wheel) {
        return new ElfMachineCheck(Targets.of("python3.13", "x86_64")).check(wheel.wheel());
    }

    static Stream<Arguments> whatPasses() {
        Inspected x86 = Inspected.of(Inspected.X86);
        Inspected any = Inspected.of(Inspected.ANY);
        return Stream.of(
                Arguments.of("no native file", x86),
                Arguments.of("a library for the target", x86.file("demo/a.so", FOR_X86)),
                Arguments.of(
                        "a library for each machine, in a folder of its name",
                        x86.file("demo/linux-x86_64/liba.so", FOR_X86)
                                .file("demo/linux-arm64/liba.so", FOR_ARM)
                                .unreadable("demo/macos/liba.so", "it is a file for macOS")),
                Arguments.of("a program for another machine", x86.file("demo/bin/tool", FOR_ARM.type(2))),
                Arguments.of("an object file for another machine", x86.file("demo/a.so", FOR_ARM.type(1))),
                Arguments.of("a file that is no library and cannot be read", x86.unreadable("demo/a.debug", "?")),
                Arguments.of(
                        "libraries for several machines in a wheel for any",
                        any.file("demo/a.so", FOR_X86).file("demo/b.so", FOR_ARM)),
                Arguments.of("a program in a wheel for any", any.file("demo/tool-arm", FOR_ARM)),
                Arguments.of(
                        "a library whose name says its machine in a wheel for any",
                        any.file("demo/attach_linux_arm64.so", FOR_ARM)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatPasses")
    void passes(String what, Inspected wheel) {
        assertThat(checkOnX86(wheel)).isEmpty();
    }

    static Stream<Arguments> whatCannotBeLoaded() {
        Inspected x86 = Inspected.of(Inspected.X86).file("demo/good.so", FOR_X86);
        return Stream.of(
                Arguments.of(x86.file("demo/a.so", FOR_ARM), "demo/a.so (aarch64, 64 bits)"),
                Arguments.of(
                        x86.file("demo/charming.cpython-313-aarch64-linux-gnu.so", FOR_ARM),
                        "demo/charming.cpython-313-aarch64-linux-gnu.so (aarch64, 64 bits)"),
                Arguments.of(
                        Inspected.of(Inspected.X86).file("demo/arm64/liba.so", FOR_ARM),
                        "demo/arm64/liba.so (aarch64, 64 bits)"),
                Arguments.of(x86.file("demo.libs/liba.so.1.2", FOR_ARM), "demo.libs/liba.so.1.2 (aarch64, 64 bits)"),
                Arguments.of(x86.file("demo/a.so", TestElf.of(3).bits(32)), "demo/a.so (i386, 32 bits)"),
                Arguments.of(x86.file("demo/a.so", FOR_X86.bits(32)), "demo/a.so (x86_64, 32 bits)"),
                Arguments.of(x86.file("demo/a.so", FOR_X86.bigEndian()), "demo/a.so (x86_64, 64 bits, big-endian)"),
                Arguments.of(x86.unreadable("demo/a.so", "it is cut short"), "demo/a.so (it is cut short)"),
                Arguments.of(
                        x86.unreadable("demo/a.so", "it is a file for macOS"), "demo/a.so (it is a file for macOS)"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("whatCannotBeLoaded")
    void aLibraryThatCannotBeLoadedIsAnErrorInANativeWheel(Inspected wheel, String found) {
        assertThat(checkOnX86(wheel)).hasValueSatisfying(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.rule()).hasToString("elf-machine");
            assertThat(finding.problem().found()).isEqualTo(found);
        });
    }

    @Test
    void itIsToldWhereAndWhatToDo() {
        Inspected wheel = Inspected.of(Inspected.ARM).file("demo/a.so", FOR_X86);

        assertThat(new ElfMachineCheck(Targets.of("python3.13", "arm64")).check(wheel.wheel()))
                .hasValueSatisfying(
                        finding -> assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                                demo-1.0-cp313-cp313-manylinux_2_17_aarch64.whl holds shared libraries that cannot be loaded on python3.13 on arm64, though its tags say so
                                  where:    %s
                                  expected: ELF, aarch64, 64 bits
                                  found:    demo/a.so (x86_64, 64 bits)
                                  to do:    get or build demo for aarch64; if you build it, give it the tags of the machine it is built for""".formatted(
                                        wheel.wheel().path())));
    }

    @Test
    void aWheelForAnyMachineWithLibrariesForOtherMachinesOnlyIsAWarning() {
        Inspected wheel = Inspected.of(Inspected.ANY).file("demo/_fast.so", FOR_ARM);

        assertThat(checkOnX86(wheel)).hasValueSatisfying(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.problem().what())
                    .isEqualTo("demo-1.0-py3-none-any.whl is tagged for any machine, but its shared libraries cannot be"
                            + " loaded on python3.13 on x86_64");
        });
    }
}
