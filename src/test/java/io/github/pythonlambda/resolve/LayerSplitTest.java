package io.github.pythonlambda.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerSplitTest {

    private static ResolvedWheel wheel(String name) {
        try {
            return new ResolvedWheel(
                    WheelFileName.parse(name + "-1.0-py3-none-any.whl"),
                    Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                    URI.create("https://index.example/" + name),
                    Optional.empty(),
                    Optional.empty());
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Resolution resolution(String... layers) {
        Map<String, List<ResolvedWheel>> wheels = new LinkedHashMap<>();
        for (String layer : layers) {
            String[] parts = layer.split(":");
            wheels.put(
                    parts[0],
                    Stream.of(parts[1].split(" ")).map(LayerSplitTest::wheel).toList());
        }
        return new Resolution(
                wheels,
                Map.of("layer", List.of("pandas")),
                new DependencyGraph(Map.of("pandas", List.of("numpy"))),
                List.of(),
                Optional.empty());
    }

    private static List<NamePattern> patterns(String text) {
        return Stream.of(text.split(" "))
                .filter(pattern -> !pattern.isEmpty())
                .map(NamePattern::new)
                .toList();
    }

    private static LayerSplit.Part part(String name, String includes, String excludes) {
        return new LayerSplit.Part(name, patterns(includes), patterns(excludes));
    }

    private static Map<String, String> apply(Resolution required, LayerSplit.Part... parts) {
        Map<String, String> names = new LinkedHashMap<>();
        new LayerSplit(List.of(parts))
                .apply(required)
                .wheels()
                .forEach((layer, wheels) -> names.put(
                        layer,
                        wheels.stream().map(wheel -> wheel.name().canonical()).collect(Collectors.joining(" "))));
        return names;
    }

    @Test
    void aLayerTakesWhatItsPatternsMatchAndTheRestStays() {
        assertThat(apply(resolution("layer:attrs numpy pandas"), part("science", "NumPy pandas", "")))
                .containsExactly(Map.entry("layer", "attrs"), Map.entry("science", "numpy pandas"));
    }

    @Test
    void itTakesFromAllLayersByTheOrderOfNames() {
        assertThat(apply(resolution("base:attrs six", "extra:boto3 numpy"), part("rest", "*", "six boto*")))
                .containsExactly(
                        Map.entry("base", "six"), Map.entry("extra", "boto3"), Map.entry("rest", "attrs numpy"));
    }

    @Test
    void theFirstOfSeveralLayersTakesAPackage() {
        assertThat(apply(
                        resolution("layer:attrs numpy pandas"), part("one", "numpy", ""), part("two", "n* pandas", "")))
                .containsExactly(Map.entry("layer", "attrs"), Map.entry("one", "numpy"), Map.entry("two", "pandas"));
    }

    @Test
    void whatOneLayerExcludesAnotherMayTake() {
        assertThat(apply(resolution("layer:attrs numpy pandas"), part("one", "*", "numpy"), part("two", "numpy", "")))
                .containsExactly(Map.entry("one", "attrs pandas"), Map.entry("two", "numpy"));
    }

    @Test
    void aLayerWithoutPackagesIsNone() {
        assertThat(apply(resolution("layer:numpy"), part("science", "num*", ""), part("other", "none", "")))
                .containsExactly(Map.entry("science", "numpy"));
    }

    @Test
    void withoutLayersOfItsOwnNothingMoves() {
        assertThat(apply(resolution("layer:attrs numpy"))).containsExactly(Map.entry("layer", "attrs numpy"));
    }

    @Test
    void whyAPackageIsThereIsStillKnown() {
        Resolution required = resolution("layer:numpy pandas");

        Resolution split = new LayerSplit(List.of(part("science", "numpy", ""))).apply(required);

        assertThat(split.graph()).isEqualTo(required.graph());
        assertThat(split.roots()).isEqualTo(required.roots());
        assertThat(split.all()).containsExactlyInAnyOrderElementsOf(required.all());
    }
}
