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

class ClashCheckTest {

    private static LayerEntry entry(String owner, String path) {
        return new LayerEntry(
                new ProjectName(owner), new ArchiveEntry(path, false, new ArchiveEntry.Content.Generated(new byte[0])));
    }

    private static LayerLayout.Clash clash(String first, String second, String path) {
        return new LayerLayout.Clash(entry(first, path), entry(second, path));
    }

    private static LayerLayout layout(Stream<LayerLayout.Clash> clashes) {
        return new LayerLayout(new TreeMap<>(), clashes.toList());
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

        assertThat(findings)
                .hasSize(2)
                .allMatch(Finding::isError)
                .allMatch(finding -> finding.rule().equals("clash"));
        assertThat(findings.get(0).problem().text()).isEqualToNormalizingNewlines("""
                opencv-python and opencv-python-headless both bring files of the same name, and they differ
                  where:    layer deps
                  found:    python/cv2/a.py, python/cv2/b.py
                  to do:    require only one of the two packages""");
        assertThat(findings.get(1).problem().found()).isEqualTo("python/x.py");
    }

    @Test
    void fivePathsAreShownAndTheRestIsCounted() {
        LayerLayout five = layout(IntStream.range(0, 5).mapToObj(i -> clash("a", "b", "python/" + i)));
        LayerLayout seven = layout(IntStream.range(0, 7).mapToObj(i -> clash("a", "b", "python/" + i)));

        assertThat(ClashCheck.check("layer deps", five.clashes())
                        .get(0)
                        .problem()
                        .found())
                .isEqualTo("python/0, python/1, python/2, python/3, python/4");
        assertThat(ClashCheck.check("layer deps", seven.clashes())
                        .get(0)
                        .problem()
                        .found())
                .isEqualTo("python/0, python/1, python/2, python/3, python/4 and 2 more");
    }
}
