package io.github.pythonlambda.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemLibrariesTest {

    private static SystemLibraries of(String runtime, String architecture) throws ProblemException {
        return SystemLibraries.of(LambdaCatalog.load().target(runtime, architecture, null));
    }

    @Test
    void everyTargetHasTheLibrariesOfC() throws ProblemException {
        for (LambdaRuntime runtime : LambdaCatalog.load().runtimes()) {
            for (Architecture architecture : runtime.architectures()) {
                assertThat(of(runtime.id(), architecture.id()).names())
                        .contains("libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1")
                        .contains("libstdc++.so.6", "libgcc_s.so.1", "libz.so.1")
                        .contains("libpython" + runtime.pythonVersion() + ".so.1.0")
                        .doesNotContain("libGL.so.1", "libgomp.so.1", "libexpat.so.1", "libpq.so.5", "libX11.so.6");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11, x86_64, ld-linux-x86-64.so.2,  ld-linux-aarch64.so.1",
        "python3.13, arm64,  ld-linux-aarch64.so.1, ld-linux-x86-64.so.2",
        "python3.11, x86_64, libcrypt.so.1,         libffi.so.8",
        "python3.13, x86_64, libffi.so.8,           libcrypt.so.1",
        "python3.11, arm64,  libssl.so.10,          libssl.so.3",
        "python3.13, arm64,  libssl.so.3,           libgobject-2.0.so.0",
        "python3.11, arm64,  libbz2.so.1,           libglib-2.0.so.0"
    })
    void systemsDiffer(String runtime, String architecture, String there, String missing) throws ProblemException {
        assertThat(of(runtime, architecture).names()).contains(there).doesNotContain(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11, GLIBC,   2.26,   2.26",
        "python3.11, GLIBCXX, 3.4.24, 3.4.24",
        "python3.11, CXXABI,  1.3.11, 1.3.11",
        "python3.13, GLIBC,   2.34,   2.34",
        "python3.13, GLIBCXX, 3.4.29, 3.4.33",
        "python3.13, CXXABI,  1.3.13, 1.3.15"
    })
    void symbolVersionsHaveCeilings(String runtime, String family, String certain, String newest) throws Exception {
        assertThat(of(runtime, "arm64").ceilings())
                .containsEntry(family, new SystemLibraries.Ceiling(Version.parse(certain), Version.parse(newest)));
    }
}
