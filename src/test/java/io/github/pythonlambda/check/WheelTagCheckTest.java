package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelTagCheckTest {

    private static Optional<Finding> check(String runtime, String architecture, String wheel)
            throws PackagingSyntaxException {
        return new WheelTagCheck(Targets.of(runtime, architecture))
                .check(WheelFileName.parse(wheel), "src/layer/" + wheel);
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11, x86_64, local_package1-0.1.0-py3-none-any.whl",
        "python3.11, arm64,  local_package1-0.1.0-py3-none-any.whl",
        "python3.11, x86_64, p-1-py2.py3-none-any.whl",
        "python3.11, x86_64, p-1-py38-none-any.whl",
        "python3.11, x86_64, p-1-cp311-cp311-manylinux_2_26_x86_64.whl",
        "python3.12, x86_64, p-1-cp312-cp312-manylinux_2_34_x86_64.whl",
        "python3.12, x86_64, p-1-cp39-abi3-manylinux2014_x86_64.whl",
        "python3.13, arm64,  p-1-cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64.whl",
        "python3.13, arm64,  p-1-cp313-cp313-musllinux_1_2_aarch64.manylinux_2_17_aarch64.whl",
        "python3.11, x86_64, p-1-cp311-cp311-linux_x86_64.manylinux2014_x86_64.whl"
    })
    void aWheelForTheTargetPasses(String runtime, String architecture, String wheel) throws PackagingSyntaxException {
        assertThat(check(runtime, architecture, wheel)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # glibc
            python3.11 | x86_64 | local_package2-0.2.0-cp311-cp311-manylinux_2_28_x86_64.whl | needs glibc 2.28, python3.11 runs on Amazon Linux 2 with glibc 2.26
            python3.11 | arm64  | local_package2-0.2.0-cp311-cp311-manylinux_2_28_x86_64.whl | built for x86_64, the architecture is arm64; needs glibc 2.28, python3.11 runs on Amazon Linux 2 with glibc 2.26
            python3.12 | x86_64 | p-1-cp312-cp312-manylinux_2_35_x86_64.whl                  | needs glibc 2.35, python3.12 runs on Amazon Linux 2023 with glibc 2.34
            # machine
            python3.13 | x86_64 | p-1-cp313-cp313-manylinux2014_aarch64.whl                  | built for arm64, the architecture is x86_64
            python3.13 | arm64  | p-1-cp313-cp313-linux_x86_64.whl                           | built for x86_64, the architecture is arm64
            python3.13 | x86_64 | p-1-cp313-cp313-manylinux_2_17_i686.whl                    | built for i686, the architecture is x86_64
            python3.13 | arm64  | p-1-cp313-cp313-manylinux2014_ppc64le.whl                  | built for ppc64le, the architecture is arm64
            python3.13 | arm64  | p-1-cp313-cp313-linux_armv7l.whl                           | built for armv7l, the architecture is arm64
            # system
            python3.13 | x86_64 | p-1-cp313-cp313-musllinux_1_2_x86_64.whl                   | musllinux never runs on Lambda, whose C library is glibc
            python3.13 | arm64  | p-1-cp313-cp313-musllinux_1_2_x86_64.whl                   | built for x86_64, the architecture is arm64; musllinux never runs on Lambda, whose C library is glibc
            python3.13 | x86_64 | p-1-cp313-cp313-win_amd64.whl                              | built for Windows, Lambda runs Linux
            python3.13 | x86_64 | p-1-py3-none-win32.whl                                     | built for Windows, Lambda runs Linux
            python3.13 | arm64  | p-1-cp313-cp313-macosx_11_0_arm64.whl                      | built for macOS, Lambda runs Linux
            # version of CPython
            python3.11 | x86_64 | p-1-cp312-cp312-manylinux_2_17_x86_64.whl                  | for CPython 3.12, the runtime is python3.11
            python3.12 | x86_64 | p-1-cp311-cp311-manylinux_2_17_x86_64.whl                  | for CPython 3.11, the runtime is python3.12
            python3.12 | x86_64 | p-1-cp311-none-any.whl                                     | for CPython 3.11, the runtime is python3.12
            python3.13 | x86_64 | p-1-cp313-cp313t-manylinux_2_17_x86_64.whl                 | for CPython without the GIL, which Lambda does not have
            python3.11 | x86_64 | p-1-cp312-abi3-manylinux_2_17_x86_64.whl                   | for Python 3.12 and newer, the runtime is python3.11
            python3.11 | x86_64 | p-1-py312-none-any.whl                                     | for Python 3.12 and newer, the runtime is python3.11
            # other Pythons
            python3.11 | x86_64 | p-1-py2-none-any.whl                                       | for Python 2, the runtime is python3.11
            python3.11 | x86_64 | p-1-py27-none-any.whl                                      | for Python 2.7, the runtime is python3.11
            python3.11 | x86_64 | p-1-cp27-cp27mu-manylinux1_x86_64.whl                      | for the interpreter cp27, the runtime is python3.11
            python3.11 | x86_64 | p-1-pp310-pypy310_pp73-manylinux_2_17_x86_64.whl           | for PyPy, the runtime is CPython
            python3.11 | x86_64 | p-1-graalpy311-graalpy240_311_native-any.whl               | for the interpreter graalpy311, the runtime is python3.11
            # both
            python3.11 | x86_64 | p-1-cp312-cp312-win_amd64.whl                              | built for Windows, Lambda runs Linux; for CPython 3.12, the runtime is python3.11
            # of several tags, those that come closest speak
            python3.11 | x86_64 | p-1-cp311-cp311-manylinux_2_28_x86_64.manylinux_2_28_aarch64.whl | needs glibc 2.28, python3.11 runs on Amazon Linux 2 with glibc 2.26
            python3.11 | x86_64 | p-1-cp312.cp313-cp312.cp313-manylinux_2_17_x86_64.whl      | for CPython 3.12, the runtime is python3.11; for CPython 3.13, the runtime is python3.11
            # odd ones
            python3.11 | x86_64 | p-1-x-none-any.whl                                         | for the interpreter x, the runtime is python3.11
            python3.11 | x86_64 | p-1-cp399999999999-none-any.whl                            | for the interpreter cp399999999999, the runtime is python3.11
            python3.11 | x86_64 | p-1-cp311-cp311-manylinux_2_99999999999_x86_64.whl         | its tag cp311-cp311-manylinux_2_99999999999_x86_64 is none that this runtime accepts
            python3.11 | x86_64 | p-1-py3-abi3-any.whl                                       | its tag py3-abi3-any is none that this runtime accepts
            """)
    void aWheelForSomethingElseIsRefusedWithTheReason(String runtime, String architecture, String wheel, String reasons)
            throws PackagingSyntaxException {
        assertThat(check(runtime, architecture, wheel)).hasValueSatisfying(finding -> {
            assertThat(finding.rule()).hasToString("wheel-tag");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.problem().what())
                    .isEqualTo("%s cannot run on %s on %s: %s", wheel, runtime, architecture, reasons);
        });
    }

    @Test
    void theProblemSaysWhatWouldFitAndWhereToGetIt() throws PackagingSyntaxException {
        assertThat(check("python3.11", "x86_64", "local_package2-0.2.0-cp311-cp311-manylinux_2_28_x86_64.whl"))
                .hasValueSatisfying(
                        finding -> assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                        local_package2-0.2.0-cp311-cp311-manylinux_2_28_x86_64.whl cannot run on python3.11 on x86_64: needs glibc 2.28, python3.11 runs on Amazon Linux 2 with glibc 2.26
                          where:    src/layer/local_package2-0.2.0-cp311-cp311-manylinux_2_28_x86_64.whl
                          expected: cp311, abi3 of CPython 3.11 or older, or py3; for any platform, or manylinux with glibc 2.26 or older on x86_64
                          found:    cp311-cp311-manylinux_2_28_x86_64
                          to do:    get or build local-package2 for CPython 3.11 on x86_64 with glibc 2.26 or older (as AWS's build image of the runtime and manylinux2014 have), or change <runtime> or <architecture>"""));
    }

    @Test
    void aWheelThatDoesNotSayItsGlibcIsAWarning() throws PackagingSyntaxException {
        assertThat(check("python3.11", "x86_64", "p-1-cp311-cp311-linux_x86_64.whl"))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                            p-1-cp311-cp311-linux_x86_64.whl does not say which glibc it needs; it fails to import if that is newer than 2.26
                              where:    src/layer/p-1-cp311-cp311-linux_x86_64.whl
                              expected: a manylinux tag, as 'auditwheel repair' gives one
                              found:    cp311-cp311-linux_x86_64
                              to do:    repair the wheel with auditwheel where it is built""");
                });
    }
}
