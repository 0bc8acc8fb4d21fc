package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.TestElf;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionModuleCheckTest {

    private static final String FOREIGN = "demo/_x.cpython-312-x86_64-linux-gnu.so";

    private static Optional<Finding> check(Inspected wheel) {
        return new ExtensionModuleCheck(Targets.of("python3.13", "x86_64")).check(wheel.wheel());
    }

    private static Inspected with(String... paths) {
        Inspected wheel = Inspected.of(Inspected.X86);
        for (String path : paths) {
            wheel = wheel.file(path, TestElf.of(TestElf.X86_64));
        }
        return wheel;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo/_x.cpython-313-x86_64-linux-gnu.so",
                "_x.cpython-313-x86_64-linux-gnu.so",
                "demo/_x.abi3.so",
                "demo/_x.so",
                "demo.libs/libx-1a2b3c.so.1",
                "demo/x.cpython-312-tool"
            })
    void whatCanBeImportedPasses(String path) {
        assertThat(check(with(path))).isEmpty();
    }

    @Test
    void modulesForSeveralPythonsPass() {
        assertThat(check(with(FOREIGN, "demo/_x.cpython-313-x86_64-linux-gnu.so")))
                .isEmpty();
        assertThat(check(with(FOREIGN, "demo/_x.abi3.so"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOREIGN,
                "_x.cpython-312-x86_64-linux-gnu.so",
                "demo/_x.cpython-313-aarch64-linux-gnu.so",
                "demo/_x.cpython-313t-x86_64-linux-gnu.so",
                "demo/_x.cpython-313-x86_64-linux-musl.so",
                "demo/_x.cpython-313-darwin.so",
                "demo/_x.pypy310-pp73-x86_64-linux-gnu.so"
            })
    void modulesForOtherPythonsOnlyAreAnError(String path) {
        assertThat(check(with(path))).hasValueSatisfying(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.rule()).hasToString("extension-module");
            assertThat(finding.problem().expected())
                    .isEqualTo("names that end in .cpython-313-x86_64-linux-gnu.so, .abi3.so or .so");
            assertThat(finding.problem().found()).isEqualTo(path);
        });
    }

    @Test
    void inAWheelForAnyMachineTheyAreAWarning() {
        assertThat(check(Inspected.of(Inspected.ANY).file(FOREIGN, TestElf.of(TestElf.X86_64))))
                .hasValueSatisfying(finding -> assertThat(finding.isError()).isFalse());
    }
}
