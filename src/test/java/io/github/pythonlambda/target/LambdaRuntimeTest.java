package io.github.pythonlambda.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaRuntimeTest {

    private static LambdaRuntime runtime(String id) {
        return LambdaCatalog.load().runtimes().stream()
                .filter(runtime -> runtime.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11, 2027-06-29, false",
        "python3.11, 2027-06-30, true",
        "python3.11, 2030-01-01, true",
        "python3.8, 2024-10-13, false",
        "python3.8, 2024-10-14, true",
        "python3.15, 2999-12-31, false"
    })
    void isDeprecatedFromTheDayThatAwsNames(String id, LocalDate day, boolean deprecated) {
        assertThat(runtime(id).isDeprecated(day)).isEqualTo(deprecated);
    }

    @ParameterizedTest
    @CsvSource({"python3.8, 8, 3.8", "python3.10, 10, 3.10", "python3.15, 15, 3.15"})
    void saysItsPythonVersion(String id, int minor, String version) {
        assertThat(runtime(id).pythonMinor()).isEqualTo(minor);
        assertThat(runtime(id).pythonVersion()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "python3.8, Amazon Linux 2, 2.26, false",
        "python3.11, Amazon Linux 2, 2.26, false",
        "python3.12, Amazon Linux 2023, 2.34, false",
        "python3.15, Amazon Linux 2023, 2.34, true"
    })
    void runsOnAnAmazonLinux(String id, String name, String glibc, boolean preview) {
        assertThat(runtime(id).operatingSystem().name()).isEqualTo(name);
        assertThat(runtime(id).operatingSystem().glibc()).hasToString(glibc);
        assertThat(runtime(id).preview()).isEqualTo(preview);
    }

    @Test
    void isForPython3() {
        LambdaRuntime other = runtime("python3.13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaRuntime(
                        "python2.7", other.operatingSystem(), Set.of(), "2.7.18", false, false, null, null, ""))
                .withMessage("not a Python 3 runtime: python2.7");
    }
}
