package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerFileNameTest {

    @ParameterizedTest
    @CsvSource({
        ", deps-arm64.zip",
        "' ', deps-arm64.zip",
        "'shop-{layer}', shop-deps.zip",
        "'{architecture}_{layer}', arm64_deps.zip",
        "dependencies, dependencies.zip",
        "shop-1.0, shop-1.0.zip"
    })
    void thePatternNamesTheZip(String pattern, String name) throws ProblemException {
        assertThat(LayerFileName.parse(pattern, 1, 1).of("deps", Architecture.ARM64))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "{name}", "{layer", "layer}"})
    void whatIsNoFileNameIsRefused(String pattern) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LayerFileName.parse(pattern, 1, 1))
                .withMessageContaining("no file name")
                .withMessageContaining(pattern)
                .withMessageContaining("<layerFinalName> or -Dpython-lambda.layerFinalName");
    }

    @ParameterizedTest
    @CsvSource({
        "'deps-{architecture}', 2, 1, the zips of 2 layers would have the same name",
        "'{layer}', 1, 2, a layer's zips for 2 architectures would have the same name"
    })
    void namesThatWouldMeetAreRefused(String pattern, int layers, int architectures, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LayerFileName.parse(pattern, layers, architectures))
                .withMessageContaining(message);
    }
}
