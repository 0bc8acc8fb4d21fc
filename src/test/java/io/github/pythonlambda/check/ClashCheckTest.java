package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.ProjectName;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClashCheckTest {

    private static LayerEntry entry(String owner, String path) {
        return new LayerEntry(
                new ProjectName(owner), new ArchiveEntry(path, false, new ArchiveEntry.Content.Generated(new byte[0])));
    }

    private static LayerLayout.Clash clash(String first, String second, String path) {
        return new LayerLayout.Clash(entry(first, path), entry(second, path));
    }

    private static LayerLayout layout(Stream<LayerLayout.Clash> clashes) {
        return new LayerLayout(new TreeMap<>(), new TreeMap<>(), clashes.toList());
    }

    @Test
    void aLayerWithoutClashesPasses() {
        assertThat(ClashCheck.check("layer deps", layout(Stream.of()).clashes()))
                .isEmpty();
    }

    @Test
    void allPathsOfTwoPackagesAreOneFinding() {
        LayerLayout layout = layout(Stream.of(
                clash("opencv-python", "opencv-python-headless", "python/cv2/a.py"),
                clash("one", "two", "python/x.py"),
                clash("opencv-python", "opencv-python-headless", "python/cv2/b.py")));

        List<Finding> findings = ClashCheck.check("layer deps", layout.clashes());

        assertThat(findings).hasSize(2).allMatch(Finding::isError).allMatch(finding -> finding.rule() == Rule.CLASH);
        assertThat(findings.get(0).problem().text()).isEqualToNormalizingNewlines("""
                opencv-python and opencv-python-headless both bring files of the same name, and they differ
                  where:    layer deps
                  found:    python/cv2/a.py, python/cv2/b.py
                  to do:    require only one of the two packages""");
        assertThat(findings.get(1).problem().found()).isEqualTo("python/x.py");
    }

    @Test
    void fivePathsAreShownAndTheRestIsCounted() {
        LayerLayout five = layout(IntStream.range(0, 5).mapToObj(i -> clash("a", "b", "python/" + i + ".py")));
        LayerLayout seven = layout(IntStream.range(0, 7).mapToObj(i -> clash("a", "b", "python/" + i + ".py")));

        assertThat(ClashCheck.check("layer deps", five.clashes())
                        .get(0)
                        .problem()
                        .found())
                .isEqualTo("python/0.py, python/1.py, python/2.py, python/3.py, python/4.py");
        assertThat(ClashCheck.check("layer deps", seven.clashes())
                        .get(0)
                        .problem()
                        .found())
                .isEqualTo("python/0.py, python/1.py, python/2.py, python/3.py, python/4.py and 2 more");
    }

    @ParameterizedTest
    @CsvSource({
        "python/tests/__init__.py, NOTE",
        "python/docs/conf.py, NOTE",
        "python/README.md, NOTE",
        "python/bin/tool, WARNING",
        "python/share/doc/x.txt, WARNING",
        "python/tests.py, ERROR",
        "python/x.pth, ERROR",
        "python/_x.so, ERROR",
        "python/demo/tests/__init__.py, ERROR",
        "python/demo/data.txt, ERROR"
    })
    void whatNobodyWantsIsANote(String path, Finding.Severity severity) {
        assertThat(ClashCheck.check("layer deps", List.of(clash("a", "b", path))))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(severity);
    }

    @Test
    void oneFileThatMattersMakesAllOfThemAnError() {
        assertThat(ClashCheck.check(
                        "layer deps",
                        List.of(clash("a", "b", "python/LICENSE"), clash("a", "b", "python/b/__init__.py"))))
                .singleElement()
                .matches(Finding::isError);
    }

    @Test
    void aFileWhereAnotherPackageHasAFolderIsARuleOfItsOwn() {
        LayerLayout.Clash clash =
                new LayerLayout.Clash(entry("first", "python/docs"), entry("second", "python/docs/index.txt"));

        assertThat(ClashCheck.check("layer deps", List.of(clash)))
                .singleElement()
                .matches(finding -> finding.rule() == Rule.FILE_AND_FOLDER && finding.isError());
    }
}
