package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

@DefaultLocale("de-DE")
class SizeCheckTest {

    private static final long UNZIPPED = 262_144_000;
    private static final long DIRECT_UPLOAD = 52_428_800;

    private final SizeCheck check = new SizeCheck(LambdaCatalog.load().limits());
    private final Target target = Targets.of("python3.13", "arm64");

    @Test
    void aFunctionCanHaveFiveLayers() {
        assertThat(check.layerCount(5)).isEmpty();
        assertThat(check.layerCount(6)).hasValueSatisfying(finding -> {
            assertThat(finding.rule()).isEqualTo("size");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                    a function can have 5 layers, and these are 6
                      to do:    merge layers, or build those of different functions in executions of their own""");
        });
    }

    @Test
    void appAndLayersMayFillTheQuotaToTheLastByte() {
        assertThat(check.unzipped(target, UNZIPPED, Map.of("torch", UNZIPPED))).isEmpty();
    }

    @Test
    void whatIsTooLargeIsToldWithTheLargestPackagesFirstAndTheSameInEveryLocale() {
        Map<String, Long> packages = Map.of("small", 812L, "b-same", 1_500L, "a-same", 1_500L, "torch", 262_000_000L);

        assertThat(check.unzipped(target, UNZIPPED + 1, packages)).hasValueSatisfying(finding -> {
            assertThat(finding.rule()).isEqualTo("size");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                    app and layers for python3.13 on arm64 are together too large for one function
                      expected: 262,144,000 bytes unzipped at most
                      found:    262,144,001 bytes; the largest packages are
                                  262.0 MB  torch
                                    1.5 kB  a-same
                                    1.5 kB  b-same
                                     812 B  small
                      to do:    do without a package, give each function only the layers it needs, or use a container image""");
        });
    }

    @Test
    void onlyTheTenLargestPackagesAreShown() {
        Map<String, Long> packages = new TreeMap<>();
        IntStream.rangeClosed(1, 12).forEach(i -> packages.put("package" + i, 1_000_000L * i));

        assertThat(check.unzipped(target, UNZIPPED + 1, packages))
                .hasValueSatisfying(
                        finding -> assertThat(finding.problem().found().lines())
                                .hasSize(11)
                                .last()
                                .asString()
                                .isEqualTo("    3.0 MB  package3"));
    }

    @Test
    void aZipTooLargeForDirectUploadIsAWarning() {
        assertThat(check.zipped("deps.zip", DIRECT_UPLOAD)).isEmpty();
        assertThat(check.zipped("deps.zip", 61_000_000)).hasValueSatisfying(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                    deps.zip is too large for direct upload (61.0 MB, the limit is 52.4 MB)
                      to do:    deploy it by way of S3, as CDK and 'sam deploy' do""");
        });
    }
}
