package io.github.pythonlambda.resolve;

import static io.github.pythonlambda.testing.TestResolution.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.TestResolution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerSplitTest {

    private static Map<String, String> apply(Resolution required, LayerSplit.Part... parts) {
        return TestResolution.names(new LayerSplit(List.of(parts)).apply(required));
    }

    @Test
    void aLayerTakesWhatItsPatternsMatchAndTheRestStays() {
        assertThat(apply(TestResolution.of("layer: attrs numpy pandas"), part("science", "NumPy pandas", "")))
                .containsExactly(Map.entry("layer", "attrs"), Map.entry("science", "numpy pandas"));
    }

    @Test
    void itTakesFromAllLayersByTheOrderOfNames() {
        assertThat(apply(TestResolution.of("base: attrs six", "extra: boto3 numpy"), part("rest", "*", "six boto*")))
                .containsExactly(
                        Map.entry("base", "six"), Map.entry("extra", "boto3"), Map.entry("rest", "attrs numpy"));
        assertThat(apply(TestResolution.of("base: six", "extra: attrs numpy"), part("rest", "six attrs", "")))
                .containsExactly(Map.entry("extra", "numpy"), Map.entry("rest", "attrs six"));
    }

    @Test
    void theFirstOfSeveralLayersTakesAPackage() {
        assertThat(apply(
                        TestResolution.of("layer: attrs numpy pandas"),
                        part("one", "numpy", ""),
                        part("two", "n* pandas", "")))
                .containsExactly(Map.entry("layer", "attrs"), Map.entry("one", "numpy"), Map.entry("two", "pandas"));
    }

    @Test
    void whatOneLayerExcludesAnotherMayTake() {
        assertThat(apply(
                        TestResolution.of("layer: attrs numpy pandas"),
                        part("one", "*", "numpy"),
                        part("two", "numpy", "")))
                .containsExactly(Map.entry("one", "attrs pandas"), Map.entry("two", "numpy"));
    }

    @Test
    void aLayerWithoutPackagesIsNone() {
        assertThat(apply(TestResolution.of("layer: numpy"), part("science", "num*", ""), part("other", "none", "")))
                .containsExactly(Map.entry("science", "numpy"));
    }

    @Test
    void withoutLayersOfItsOwnNothingMoves() {
        assertThat(apply(TestResolution.of("layer: attrs numpy"))).containsExactly(Map.entry("layer", "attrs numpy"));
    }

    @Test
    void whyAPackageIsThereIsStillKnown() {
        Resolution required = TestResolution.of("layer: numpy pandas");

        Resolution split = new LayerSplit(List.of(part("science", "numpy", ""))).apply(required);

        assertThat(split.graph()).isEqualTo(required.graph());
        assertThat(split.roots()).isEqualTo(required.roots());
        assertThat(split.all()).containsExactlyInAnyOrderElementsOf(required.all());
    }
}
