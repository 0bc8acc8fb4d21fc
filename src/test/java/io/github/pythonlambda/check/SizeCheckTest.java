package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
            assertThat(finding.rule()).hasToString("layer-count");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                    a function can have 5 layers, and these are 6
                      to do:    merge layers, or build those of different functions in executions of their own""");
        });
    }

    private static FunctionSize size(long app, Map<String, Long> layers, Map<String, Long> packages) {
        return new FunctionSize(app, layers, 0, projects(packages), 0, 0);
    }

    private static Map<ProjectName, Long> projects(Map<String, Long> packages) {
        Map<ProjectName, Long> projects = new TreeMap<>();
        packages.forEach((name, bytes) -> projects.put(new ProjectName(name), bytes));
        return projects;
    }

    private List<Finding> unzipped(FunctionSize size) {
        return check.unzipped(target, size, OptionalLong.empty());
    }

    @Test
    void appAndLayersMayFillTheQuotaToTheLastByte() {
        assertThat(unzipped(size(1, Map.of("deps", UNZIPPED - 1), Map.of("torch", UNZIPPED - 1))))
                .isEmpty();
        assertThat(unzipped(new FunctionSize(1, Map.of("deps", UNZIPPED - 3), 2, Map.of(), 0, 0)))
                .isEmpty();
    }

    @Test
    void layersThatAreTooLargeTogetherAreAWarningWithTheLargestPackagesFirstAndTheSameInEveryLocale() {
        Map<String, Long> packages = Map.of("small", 812L, "b-same", 1_500L, "a-same", 1_500L, "torch", 262_000_000L);

        assertThat(unzipped(size(1_000, Map.of("a", 62_143_001L, "b", 200_000_000L), packages)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.SIZE);
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.problem().text()).isEqualToNormalizingNewlines("""
                            app and layers for python3.13 on arm64 are together too large for one function
                              expected: 262,144,000 bytes unzipped at most
                              found:    262,144,001 bytes (app 1.0 kB, a 62.1 MB, b 200.0 MB); the largest packages are
                                          262.0 MB  torch
                                            1.5 kB  a-same
                                            1.5 kB  b-same
                                             812 B  small
                              to do:    do without a package, give each function only the layers it needs, or use a container image""");
                });
    }

    @Test
    void anAppThatDoesNotFitBesideItsOnlyLayerIsAnError() {
        assertThat(unzipped(size(1, Map.of("deps", UNZIPPED), Map.of())))
                .singleElement()
                .matches(Finding::isError);
    }

    @Test
    void layersFromElsewhereCount() {
        assertThat(unzipped(new FunctionSize(0, Map.of("deps", UNZIPPED - 4), 5, Map.of(), 0, 0)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.problem().found()).contains("layers from elsewhere 5 B");
                });
    }

    @Test
    void aZipThatCanNeverBeDeployedIsAnErrorHoweverManyLayersThereAre() {
        assertThat(unzipped(size(UNZIPPED + 1, Map.of("a", 1L, "b", UNZIPPED + 2), Map.of())))
                .allMatch(Finding::isError)
                .extracting(finding -> finding.problem().what())
                .containsExactly("the app is too large", "layer b for python3.13 on arm64 is too large");
    }

    @Test
    void whatPeopleCommonlyDoWithoutIsTold() {
        Map<ProjectName, Long> packages = projects(Map.of("boto3", 1_000_000L, "botocore", 20_000_000L));

        assertThat(unzipped(new FunctionSize(0, Map.of("deps", UNZIPPED + 1), 0, packages, 7_000_000, 0)))
                .singleElement()
                .extracting(finding -> finding.problem().remedy())
                .asString()
                .contains("boto3 is in the runtime already, and takes 21.0 MB in the layer")
                .contains("tests in packages take 7.0 MB");
    }

    @Test
    void moreThanTheUserAllowsIsAnError() {
        FunctionSize size = size(10, Map.of("a", 20L, "b", 30L), Map.of("demo", 50L));

        assertThat(check.unzipped(target, size, OptionalLong.of(60))).isEmpty();
        assertThat(check.unzipped(target, size, OptionalLong.of(59)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.MAX_SIZE);
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.problem().expected()).isEqualTo("59 bytes unzipped at most");
                });
    }

    @Test
    void onlyTheTenLargestPackagesAreShown() {
        Map<String, Long> packages = new TreeMap<>();
        IntStream.rangeClosed(1, 12).forEach(i -> packages.put("package" + i, 1_000_000L * i));

        assertThat(unzipped(size(0, Map.of("deps", UNZIPPED + 1), packages)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().found().lines())
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
