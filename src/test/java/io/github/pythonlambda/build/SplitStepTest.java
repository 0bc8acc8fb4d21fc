package io.github.pythonlambda.build;

import static io.github.pythonlambda.testing.TestResolution.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.testing.RecordingLog;
import io.github.pythonlambda.testing.TestResolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of patterns, and which layers are refused. */
class SplitStepTest {

    private final RecordingLog log = new RecordingLog();
    private final List<ResolvedTarget> targets = new ArrayList<>();

    private SplitStepTest resolved(String architecture, String... layers) throws Exception {
        Resolution resolution = layers.length == 0 ? Resolution.EMPTY : TestResolution.of(layers);
        targets.add(new ResolvedTarget(
                LambdaCatalog.load().target("python3.13", architecture, null), resolution, Map.of(), Instant.MAX));
        return this;
    }

    private List<Map<String, String>> split(LayerSplit.Part... parts) throws ProblemException {
        return new SplitStep(new LayerSplit(List.of(parts)), log)
                .run(targets).stream()
                        .map(target -> TestResolution.names(target.resolution()))
                        .toList();
    }

    @Test
    void eachTargetsLayersAreSplit() throws Exception {
        resolved("arm64", "layer: attrs numpy").resolved("x86_64", "layer: attrs mkl numpy");

        assertThat(split(part("science", "numpy mkl", "")))
                .containsExactly(
                        Map.of("layer", "attrs", "science", "numpy"), Map.of("layer", "attrs", "science", "mkl numpy"));
        assertThat(log.warnings())
                .as("a pattern that matches for one architecture")
                .isEmpty();
        assertThat(log.infos()).isEmpty();
    }

    @Test
    void withoutPatternsNothingHappens() throws Exception {
        resolved("arm64", "layer: attrs numpy");

        assertThat(split()).containsExactly(Map.of("layer", "attrs numpy"));
    }

    @Test
    void whereThereIsNoLayerThereIsNothingToSplit() throws Exception {
        resolved("arm64");

        assertThat(split(part("science", "numpy", ""))).containsExactly(Map.of());
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void aLayerThatTakesNothingIsRefusedWithWhatMayBeMeant() throws Exception {
        resolved("arm64", "layer: attrs numpy pandas").resolved("x86_64", "layer: attrs numpy pandas");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> split(
                        part("science", "pandas", ""), part("clouds", "goggle-* numby", ""), part("other", "xyz", "")))
                .satisfies(failure -> assertThat(failure.problems()).hasSize(2))
                .withMessageContaining(
                        "layer 'clouds' would be empty for python3.13 on arm64 and python3.13 on x86_64: no package matches")
                .withMessageContaining("<layers> or -Dpython-lambda.layers")
                .withMessageContaining("<include>goggle-*</include><include>numby</include>")
                .withMessageContaining("names of packages, such as numpy")
                .withMessageContaining("layer 'other' would be empty");
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void soIsOneThatAnEarlierOneLeavesNothing() throws Exception {
        resolved("arm64", "layer: attrs numpy");

        assertThatThrownBy(() -> split(part("science", "num*", ""), part("more", "numpy", "")))
                .hasMessageContaining(
                        "layer 'more' would be empty for python3.13 on arm64: all that it includes is excluded,"
                                + " or in an earlier layer of <layers>");
    }

    @Test
    void aLayerForOneArchitectureAloneIsRefusedAsFoldersAre() throws Exception {
        resolved("arm64", "layer: attrs").resolved("x86_64", "layer: attrs mkl");

        assertThatThrownBy(() -> split(part("science", "mkl", "")))
                .hasMessageContaining(
                        "layer 'science' would be empty for python3.13 on arm64: no package matches what it includes");
    }

    @Test
    void patternsWithoutEffectAreTold() throws Exception {
        resolved("arm64", "layer: api attrs numpy pandas");

        split(part("science", "numpy pandsa tensorflow", "apy"), part("more", "n* pandas", ""));

        assertThat(log.warnings())
                .containsExactly(
                        "Layer 'science': no package matches <include>pandsa</include>; there is pandas",
                        "Layer 'science': no package matches <include>tensorflow</include>",
                        "Layer 'science': no package matches <exclude>apy</exclude>; there is api",
                        "Layer 'more': <include>n*</include> has no effect, since numpy is excluded or in an earlier layer"
                                + " of <layers>");
    }

    @Test
    void aLayerThatLosesAllPackagesIsTold() throws Exception {
        resolved("arm64", "base: numpy", "extra: attrs").resolved("x86_64", "base: mkl numpy", "extra: attrs");

        assertThat(split(part("science", "numpy", "")))
                .containsExactly(
                        Map.of("extra", "attrs", "science", "numpy"),
                        Map.of("base", "mkl", "extra", "attrs", "science", "numpy"));
        assertThat(log.infos())
                .containsExactly("Layer 'base' has no zip for python3.13 on arm64: <layers> take all of its packages");
    }
}
