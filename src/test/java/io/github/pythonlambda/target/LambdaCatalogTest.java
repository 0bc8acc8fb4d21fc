package io.github.pythonlambda.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TestTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaCatalogTest {

    private static final LambdaCatalog CATALOG = LambdaCatalog.load();

    static Stream<Arguments> targets() {
        return CATALOG.runtimes().stream()
                .flatMap(runtime ->
                        Stream.of("arm64", "x86_64").map(architecture -> Arguments.of(runtime.id(), architecture)));
    }

    /** Of a preview nothing is recorded. */
    static Stream<Arguments> recordedTargets() {
        return targets().filter(target -> !target.get()[0].equals("python3.15"));
    }

    @Test
    void runtimesAreListedOldestFirst() {
        assertThat(CATALOG.runtimes())
                .extracting(LambdaRuntime::id)
                .containsExactly(
                        "python3.8",
                        "python3.9",
                        "python3.10",
                        "python3.11",
                        "python3.12",
                        "python3.13",
                        "python3.14",
                        "python3.15");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void tagsAreThoseOfTheRealRuntime(String runtime, String architecture) throws ProblemException, IOException {
        String list = "tags/" + runtime + "-" + architecture + ".txt";

        assertThat(CATALOG.target(runtime, architecture, null).tags())
                .extracting(Tag::toString)
                .containsExactlyElementsOf(lines(list));
    }

    @ParameterizedTest
    @MethodSource("recordedTargets")
    void markersAreThoseOfTheRealRuntimeAndSayNothingOfItsKernel(String runtime, String architecture)
            throws ProblemException {
        Map<String, String> expected = new TreeMap<>(Map.of("platform_release", "", "platform_version", ""));
        JsonNode row = TestTable.read(LambdaCatalogTest.class, "markers.json").get(runtime + "-" + architecture);
        row.properties()
                .forEach(marker ->
                        expected.put(marker.getKey(), marker.getValue().textValue()));

        assertThat(CATALOG.target(runtime, architecture, null).markerEnvironment())
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "arm64, ARM64",
        "aarch64, ARM64",
        "AArch64, ARM64",
        "x86_64, X86_64",
        "amd64, X86_64",
        "' X86_64 ', X86_64"
    })
    void architecturesHaveOtherNamesToo(String name, Architecture architecture) throws ProblemException {
        assertThat(CATALOG.target("python3.13", name, null).architecture()).isEqualTo(architecture);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void theRuntimeHasNoDefault(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CATALOG.target(name, "arm64", null))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        the function's runtime is not set
                          expected: one of python3.8, python3.9, python3.10, python3.11, python3.12, python3.13, python3.14, python3.15
                          to do:    set <runtime>python3.13</runtime> in the plugin's <configuration>, or -Dpython-lambda.runtime=python3.13""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python3.7", "3.13", "Python3.13", "nodejs22.x"})
    void anUnknownRuntimeIsAnsweredWithTheChoices(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CATALOG.target(name, "arm64", null))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        AWS Lambda has no runtime '%s' for Python
                          expected: one of python3.8, python3.9, python3.10, python3.11, python3.12, python3.13, python3.14, python3.15
                          found:    %s
                          to do:    correct <runtime> or -Dpython-lambda.runtime""".formatted(name, name));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void theArchitectureHasNoDefault(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CATALOG.target("python3.13", name, null))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        the function's architecture is not set
                          expected: one of arm64, x86_64
                          to do:    set <architecture>arm64</architecture> in the plugin's <configuration>, or -Dpython-lambda.architecture=arm64; <architectures> takes several""");
    }

    @Test
    void anUnknownArchitectureIsAnsweredWithTheChoices() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CATALOG.target("python3.13", "i686", null))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        AWS Lambda has no architecture 'i686'
                          expected: one of arm64, x86_64
                          found:    i686
                          to do:    correct <architecture> or -Dpython-lambda.architecture""");
    }

    @Test
    void aFullVersionOfOnesOwnReplacesThatOfTheCatalog() throws ProblemException {
        assertThat(CATALOG.target("python3.13", "arm64", " 3.13.11 ").markerEnvironment())
                .containsEntry("python_full_version", "3.13.11")
                .containsEntry("implementation_version", "3.13.11")
                .containsEntry("python_version", "3.13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.12.1", "3.130.1", "3.13", "3.13.x", "3.13.0rc1"})
    void aFullVersionMustBelongToTheRuntime(String fullVersion) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CATALOG.target("python3.13", "arm64", fullVersion))
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualToNormalizingNewlines("""
                        pythonFullVersion does not belong to the runtime python3.13
                          expected: 3.13.N, such as 3.13.0
                          found:    %s
                          to do:    correct <pythonFullVersion> or -Dpython-lambda.pythonFullVersion, or leave it out""".formatted(fullVersion));
    }

    @Test
    void aTargetIsNamedByRuntimeAndArchitecture() throws ProblemException {
        assertThat(CATALOG.target("python3.13", "aarch64", null)).hasToString("python3.13 on arm64");
    }

    @Test
    void limitsAreLambdasQuotas() {
        assertThat(CATALOG.limits()).isEqualTo(new Limits(5, 250L << 20, 50L << 20));
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LambdaCatalogTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
