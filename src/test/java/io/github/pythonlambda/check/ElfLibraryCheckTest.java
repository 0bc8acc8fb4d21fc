package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.target.SystemLibraries;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.TestElf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElfLibraryCheckTest {

    private static final TestElf LIBRARY = TestElf.of(TestElf.X86_64);
    private static final String OTHER = "other-1.0-cp313-cp313-manylinux_2_17_x86_64.whl";

    private static List<Finding> check(Inspected... wheels) {
        return check(Set.of(), wheels);
    }

    private static List<Finding> check(Set<String> ofTheApp, Inspected... wheels) {
        Target target = Targets.of("python3.13", "x86_64");
        List<InspectedWheel> all = Stream.of(wheels).map(Inspected::wheel).toList();
        Set<String> provided = new HashSet<>(ofTheApp);
        provided.addAll(ElfLibraryCheck.provided(all, target));
        return new ElfLibraryCheck(target, SystemLibraries.of(target)).check(all, provided);
    }

    private static Inspected needing(String... libraries) {
        TestElf elf = LIBRARY;
        for (String library : libraries) {
            elf = elf.needs(library);
        }
        return Inspected.of(Inspected.X86).file("demo/a.so", elf);
    }

    @Test
    void whatTheRuntimeHasIsFound() {
        assertThat(check(needing("libc.so.6", "libstdc++.so.6", "libz.so.1", "libpython3.13.so.1.0")))
                .isEmpty();
    }

    @Test
    void whatTheWheelBringsIsFoundByFileNameAndByItsOwnName() {
        assertThat(check(needing("liba-1a2b.so.3", "libb.so.1")
                        .file("demo.libs/liba-1a2b.so.3", LIBRARY)
                        .file("demo.libs/libb.so.1.2.3", LIBRARY.soname("libb.so.1"))))
                .isEmpty();
    }

    @Test
    void whatAnotherWheelOrTheAppBringsIsFound() {
        Inspected other = Inspected.of(OTHER).file("other/lib/liba.so.1", LIBRARY);

        assertThat(check(needing("liba.so.1"), other)).isEmpty();
        assertThat(check(Set.of("liba.so.1"), needing("liba.so.1"))).isEmpty();
        assertThat(check(needing("liba.so.1"))).hasSize(1);
    }

    @Test
    void whatIsForAnotherMachineIsNotFound() {
        Inspected other = Inspected.of(OTHER).file("other/lib/liba.so.1", TestElf.of(TestElf.AARCH64));

        assertThat(check(needing("liba.so.1"), other)).hasSize(1);
    }

    @Test
    void whatNobodyBringsIsAWarning() {
        Inspected wheel = needing("libfoo.so.1", "libbar.so.2").file("demo/b.so", LIBRARY.needs("libfoo.so.1"));

        assertThat(check(wheel)).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.rule()).hasToString("elf-library");
            assertThat(finding.problem().text())
                    .isEqualToNormalizingNewlines("""
                    demo needs shared libraries that neither python3.13 on x86_64 nor any layer has: libbar.so.2, libfoo.so.1
                      where:    %s
                      found:    libbar.so.2 needed by demo/a.so
                                libfoo.so.1 needed by demo/a.so, demo/b.so
                      to do:    if the package really loads these files on Lambda, put libbar.so.2, libfoo.so.1 into the app's folder lib/, which Lambda has on its library path; or use a container image""".formatted(wheel.wheel().path()));
        });
    }

    @Test
    void ofManyLibrariesSomeAreShown() {
        assertThat(check(needing("l1.so", "l2.so", "l3.so", "l4.so", "l5.so", "l6.so", "l7.so")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().found())
                        .contains("l5.so needed by demo/a.so")
                        .doesNotContain("l6.so")
                        .endsWith("and 2 more libraries"));
    }

    @ParameterizedTest
    @CsvSource({
        "opencv_python-4.11.0-cp37-abi3-manylinux_2_17_x86_64.whl, libGL.so.1,   opencv-python-headless",
        "psycopg2-2.9.10-cp313-cp313-linux_x86_64.whl,             libpq.so.5,   psycopg2-binary",
        "mysqlclient-2.2.7-cp313-cp313-linux_x86_64.whl,           libmariadb.so.3, PyMySQL",
        "demo-1.0-cp313-cp313-linux_x86_64.whl,                    libGL.so.1,   -headless",
        "demo-1.0-cp313-cp313-linux_x86_64.whl,                    libgomp.so.1, libgomp.so.1 of Amazon Linux",
        "demo-1.0-cp313-cp313-linux_x86_64.whl,                    libcuda.so.1, without CUDA"
    })
    void knownRemediesAreTold(String fileName, String library, String remedy) {
        assertThat(check(Inspected.of(fileName).file("x/a.so", LIBRARY.needs(library))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().remedy()).contains(remedy));
    }

    @Test
    void programsInWheelsForAnyMachineAreData() {
        assertThat(check(Inspected.of(Inspected.ANY).file("demo/solver", LIBRARY.needs("libfoo.so.1"))))
                .isEmpty();
    }
}
