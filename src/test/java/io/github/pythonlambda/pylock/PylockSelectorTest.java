package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TestTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PylockSelectorTest {

    private static final List<String> TAGS = List.of("cp312-cp312-manylinux_2_17_x86_64", "py3-none-any");
    private static final Map<String, String> MARKERS = Map.ofEntries(
            Map.entry("implementation_name", "cpython"),
            Map.entry("implementation_version", "3.12.12"),
            Map.entry("os_name", "posix"),
            Map.entry("platform_machine", "x86_64"),
            Map.entry("platform_python_implementation", "CPython"),
            Map.entry("platform_release", "6.8.0-100-generic"),
            Map.entry("platform_system", "Linux"),
            Map.entry("platform_version", "#100-Ubuntu SMP PREEMPT_DYNAMIC"),
            Map.entry("python_full_version", "3.12.12"),
            Map.entry("python_version", "3.12"),
            Map.entry("sys_platform", "linux"));

    static Stream<JsonNode> successes() {
        return cases().filter(row -> row.has("selected"));
    }

    static Stream<JsonNode> failures() {
        return cases().filter(row -> row.has("problems"));
    }

    private static Stream<JsonNode> cases() {
        return TestTable.members(TestTable.read(PylockSelectorTest.class, "selections.json"));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void selectsWhatTheStandardTellsInstallersTo(JsonNode row) throws Exception {
        assertThat(select(row)).map(PylockSelectorTest::describe).isEqualTo(TestTable.texts(row.get("selected")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsAllThatStandsInTheWay(JsonNode row) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> select(row))
                .satisfies(e ->
                        assertThat(e.problems()).map(Problem::what).isEqualTo(TestTable.texts(row.get("problems"))));
    }

    @Test
    void selectsTheSpecificationsExample() throws Exception {
        Pylock lock = PylockReader.read(PylockWriterTest.resource("spec-example.toml"), "pylock.toml");

        assertThat(select(lock))
                .containsExactly(
                        "attrs-25.1.0-py3-none-any.whl",
                        "cattrs-24.1.2-py3-none-any.whl",
                        "numpy-2.2.3-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a-1-py3-none-any.whl a-1-cp312-cp312-manylinux_2_17_x86_64.whl,   a-1-cp312-cp312-manylinux_2_17_x86_64.whl
            a-1-py3-none-any.whl a-1-2-py3-none-any.whl a-1-1-py3-none-any.whl, a-1-2-py3-none-any.whl
            a-1-9-py3-none-any.whl a-1-10-py3-none-any.whl,                   a-1-10-py3-none-any.whl
            a-1-1a-py3-none-any.whl a-1-1b-py3-none-any.whl,                  a-1-1b-py3-none-any.whl
            a-1-1-py3-none-any.whl a-1-py5.py3-none-any.whl,                  a-1-1-py3-none-any.whl
            a-1-py3-none-any.whl a-1-py2.py3-none-any.whl,                    a-1-py3-none-any.whl
            a-1-7-py3-none-any.whl a-1-cp312-cp312-manylinux_2_17_x86_64.whl, a-1-cp312-cp312-manylinux_2_17_x86_64.whl
            """)
    void prefersTheBestTagThenTheHighestBuildThenTheFirst(String wheels, String chosen) throws Exception {
        String files = Stream.of(wheels.split(" "))
                .map(name -> "{ path = '" + name + "', hashes = { md5 = '1' } }")
                .collect(Collectors.joining(", "));

        assertThat(select(PylockReader.read(
                        "lock-version = '1.0'\ncreated-by = 'a'\n[[packages]]\nname = 'a'\nwheels = [" + files + "]",
                        "pylock.toml")))
                .containsExactly(chosen);
    }

    @Test
    void saysForWhatAWheelIsMissingAndWhichThereAre() throws Exception {
        Pylock lock = PylockReader.read("""
                lock-version = "1.0"
                created-by = "a"
                [[packages]]
                name = "numpy"
                version = "2.2.3"
                wheels = [
                    { path = "numpy-2.2.3-cp312-cp312-win_amd64.whl", hashes = { md5 = "1" } },
                    { path = "numpy-2.2.3-cp311-cp311-manylinux_2_17_x86_64.whl", hashes = { md5 = "1" } },
                ]
                """, "src/layer/pylock.toml");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> selector(TAGS, MARKERS).select(lock, LockChoice.DEFAULT, "src/layer/pylock.toml"))
                .withMessage(String.join(
                        System.lineSeparator(),
                        "no wheel of numpy 2.2.3 fits, and there is no sdist",
                        "  where:    src/layer/pylock.toml",
                        "  expected: a wheel for Python 3.12.12 on linux, x86_64",
                        "  found:    cp312-cp312-win_amd64",
                        "            cp311-cp311-manylinux_2_17_x86_64",
                        "  to do:    lock again for this environment, or another version of the package"));
    }

    @Test
    void reportsMarkersThatCannotBeEvaluated() throws Exception {
        Pylock lock = PylockReader.read("""
                lock-version = "1.0"
                created-by = "a"
                [[packages]]
                name = "b"
                marker = "os_name ~= 'posix'"
                directory = { path = "." }
                """, "pylock.toml");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> select(lock))
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.where()).isEqualTo("pylock.toml, b"))
                        .satisfies(problem -> assertThat(problem.found()).isEqualTo("os_name ~= \"posix\"")));
    }

    private static List<SelectedPackage> select(JsonNode row) throws Exception {
        Pylock lock = PylockReader.read(row.get("lock").textValue(), "pylock.toml");
        Map<String, String> markers = new HashMap<>(MARKERS);
        if (row.has("pythonFullVersion")) {
            markers.put("python_full_version", row.get("pythonFullVersion").textValue());
        }
        List<String> tags = row.has("tags") ? TestTable.texts(row.get("tags")) : TAGS;
        LockChoice choice = new LockChoice(
                row.has("extras") ? names(row.get("extras")) : Set.of(),
                row.has("groups") ? names(row.get("groups")) : null);
        return selector(tags, markers).select(lock, choice, "pylock.toml");
    }

    private static List<String> select(Pylock lock) throws Exception {
        return selector(TAGS, MARKERS).select(lock, LockChoice.DEFAULT, "pylock.toml").stream()
                .map(selected -> ((LockedWheel) selected.source()).fileName().text())
                .toList();
    }

    private static PylockSelector selector(List<String> tags, Map<String, String> markers)
            throws PackagingSyntaxException {
        List<Tag> parsed = new ArrayList<>();
        for (String tag : tags) {
            parsed.addAll(Tag.parseSet(tag));
        }
        return new PylockSelector(markers, new TagPreference(parsed));
    }

    private static Set<ProjectName> names(JsonNode array) {
        return TestTable.texts(array).stream().map(ProjectName::new).collect(Collectors.toSet());
    }

    private static String describe(SelectedPackage selected) {
        InstallSource source = selected.source();
        String kind = source instanceof LockedWheel
                ? "wheel"
                : source instanceof LockedSdist
                        ? "sdist"
                        : source instanceof VcsSource
                                ? "vcs"
                                : source instanceof DirectorySource ? "directory" : "archive";
        return kind + " " + selected.locked().name();
    }
}
