package io.github.pythonlambda.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

    private static boolean matches(String pattern, String name) {
        return NamePattern.parse(pattern).orElseThrow().matches(new ProjectName(name));
    }

    @ParameterizedTest
    @CsvSource({
        "numpy, numpy",
        "NumPy, numpy",
        "google-*, google-cloud-storage",
        "Google_*, google-cloud-storage",
        "google.cloud*, google-cloud",
        "google*, google",
        "*, six",
        "**, six",
        "*-types, my-types",
        "*cloud*, google-cloud-storage",
        "ruamel_yaml, ruamel.yaml",
        "ruamel--yaml, ruamel.yaml",
        "boto?, boto3",
        "?ix, six",
        "types-*-stubs, types-a-b-stubs"
    })
    void aPatternMatchesTheWholeNameInAnySpelling(String pattern, String name) {
        assertThat(matches(pattern, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "num, numpy",
        "umpy, numpy",
        "google-*, google",
        "google-*, googleapis-common",
        "boto?, boto",
        "boto?, boto34",
        "a.b, axb",
        "-numpy, numpy"
    })
    void anotherNameDoesNotMatch(String pattern, String name) {
        assertThat(matches(pattern, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "num py",
                "numpy==1.0",
                "pandas[excel]",
                "numpy,pandas",
                "src/own",
                "n(um)py",
                "n[u]mpy",
                "nümpy",
                "num\npy",
                "!numpy",
                "a|b"
            })
    void whatNoNameHasIsNoPattern(String text) {
        assertThat(NamePattern.parse(text)).isEmpty();
    }

    @Test
    void manyStarsTakeNoTimeToSpeakOf() {
        assertThat(matches("*a*a*a*a*a*", "a".repeat(50) + "b".repeat(50))).isTrue();
        assertThat(matches("a*".repeat(5) + "c", "a".repeat(100))).isFalse();
    }

    @Test
    void aPatternIsToldAsItWasWritten() {
        assertThat(NamePattern.parse("Google_*")).hasToString("Optional[Google_*]");
    }
}
