package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of what layers hold that need few words. */
class LayerChecksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python/Crypto/a.py python/crypto/b.py | python/Crypto and python/crypto",
                "python/a.py python/A.py | python/A.py and python/a.py",
                "python/\u00e9.py python/e\u0301.py | python/e\u0301.py and python/\u00e9.py",
                "python/X/Y/a.py python/x/y/A.py | python/X and python/x",
                "python/a/x.py python/a/y.py |",
                "python/a.py python/a/b.py |",
                "a.py b.py |"
            })
    void pathsThatDifferInCapitalsOrAccentsOnlyAreAWarning(String paths, String found) {
        Optional<Finding> finding = CaseClashCheck.check(
                "layer deps", Arrays.stream(paths.split(" ")).sorted().toList());

        assertThat(finding.map(clash -> clash.problem().found()).orElse(null)).isEqualTo(found);
        assertThat(finding.stream()).allMatch(clash -> clash.severity() == Finding.Severity.WARNING);
    }

    @Test
    void namesAndPathsAreAsLongAsLinuxAllows() {
        String longest = "\u00e9".repeat(127) + "x";
        String deep = ("d".repeat(200) + "/").repeat(20);
        String fits = deep + "x".repeat(4095 - "/opt/".length() - deep.length());

        assertThat(PathLimitCheck.check("layer deps", "/opt/", List.of(longest, fits, "a/" + longest + "/b")))
                .isEmpty();
        assertThat(PathLimitCheck.check("layer deps", "/opt/", List.of(fits + "x")))
                .hasValueSatisfying(finding -> assertThat(finding.isError()).isTrue());
        assertThat(PathLimitCheck.check("the app", "/var/task/", List.of(fits))).isPresent();
        assertThat(PathLimitCheck.check("the app", "/var/task/", List.of("a/" + longest + "x/b.py")))
                .hasValueSatisfying(finding -> assertThat(finding.problem().found())
                        .startsWith("a/\u00e9\u00e9")
                        .endsWith("... (263 bytes)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo-1.0.dist-info/METADATA | a:python/Demo-2.0.dist-info/METADATA | ERROR | 1.0 in the app, 2.0 in layer deps",
                "demo-1.0.dist-info/METADATA | a:python/demo-1.0.dist-info/METADATA | WARNING | 1.0 in the app, 1.0 in layer deps",
                "demo-1.0-py3.13.egg-info/PKG-INFO | a:python/demo-1.0.dist-info/METADATA | WARNING | 1.0 in the app, 1.0 in layer deps",
                "vendored/demo-1.0.dist-info/METADATA | a:python/demo-1.0.dist-info/METADATA | |",
                "main.py | a:python/_vendor/demo-1.0.dist-info/METADATA | |",
                "demo-1.0.dist-info/RECORD | a:python/demo-2.0.dist-info/METADATA | |"
            })
    void aSecondCopyOfAPackageIsTold(String inApp, String inLayer, Finding.Severity severity, String found) {
        List<Finding> findings = DuplicatePackageCheck.check(
                Optional.of(TestFiles.app(inApp)), List.of(TestFiles.layer("deps", inLayer)));

        assertThat(findings.stream().map(Finding::severity).findFirst().orElse(null))
                .isEqualTo(severity);
        assertThat(findings.stream()
                        .map(finding -> finding.problem().found())
                        .findFirst()
                        .orElse(null))
                .isEqualTo(found);
    }

    @Test
    void twoVersionsInOneLayerAreToldToo() {
        assertThat(DuplicatePackageCheck.check(
                        Optional.empty(),
                        List.of(TestFiles.layer(
                                "deps",
                                "demo:python/demo-1.0.dist-info/METADATA",
                                "other:python/demo-2.0.dist-info/METADATA"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.project()).hasToString("demo");
                    assertThat(finding.problem().what()).isEqualTo("the function has 2 copies of demo");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "requests urllib3, 'urllib3'",
        "six urllib3 python-dateutil, 'python-dateutil, six, urllib3'",
        "boto3 botocore urllib3 six,",
        "requests fastapi,"
    })
    void packagesThatTheRuntimesSdkSharesAreANote(String projects, String shared) {
        Optional<Finding> finding = RuntimePackageCheck.check(
                Arrays.stream(projects.split(" ")).map(ProjectName::new).toList(),
                Targets.of("python3.13", "arm64").runtime());

        assertThat(finding.map(note -> note.problem().what()).orElse(null))
                .isEqualTo(
                        shared == null
                                ? null
                                : "the boto3 of python3.13, which changes without notice, uses the layers' " + shared);
        assertThat(finding.stream()).allMatch(note -> note.severity() == Finding.Severity.NOTE);
    }

    @Test
    void sizesAreAddedUpByLayerAndPackage() {
        FunctionSize size = FunctionSize.of(
                Optional.of(TestFiles.app("main.py=12345")),
                List.of(
                        TestFiles.layer("a", "one:python/one/x.py=123", "two:python/two/tests/x.py=1234"),
                        TestFiles.layer("b", "three:python/three.py=12")),
                7);

        assertThat(size.layers()).containsEntry("a", 7L).containsEntry("b", 2L);
        assertThat(size.packages()).containsEntry(new ProjectName("two"), 4L).hasSize(3);
        assertThat(size.tests()).isEqualTo(4);
        assertThat(size.total()).isEqualTo(5 + 7 + 2 + 7);
    }
}
