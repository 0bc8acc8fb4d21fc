package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecifierSetTest {

    private static final JsonNode TABLES = TestTable.read(SpecifierSetTest.class, "specifier-sets.json");

    static Stream<String> invalid() {
        return TestTable.texts(TABLES.get("invalid")).stream().filter(text -> !text.isBlank());
    }

    @ParameterizedTest
    @TableSource(file = "specifier-sets.json", table = "parsed")
    void showsItsClausesSorted(JsonNode row) throws PackagingSyntaxException {
        SpecifierSet set = SpecifierSet.parse(row.get("text").textValue());

        assertThat(set).hasToString(row.get("shown").textValue());
        assertThat(set.clauses())
                .extracting(Specifier::toString)
                .containsExactlyElementsOf(TestTable.texts(row.get("clauses")));
        assertThat(set.isEmpty()).isEqualTo(row.get("clauses").isEmpty());
        assertThat(set)
                .isEqualTo(SpecifierSet.parse(set.toString()))
                .hasSameHashCodeAs(SpecifierSet.parse(set.toString()));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesAClauseThatIsNone(String text) {
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> SpecifierSet.parse(text));
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> SpecifierSet.parse(">=1," + text));
    }

    @ParameterizedTest
    @TableSource(file = "specifier-sets.json", table = "equal")
    void equalsWhatSaysTheSame(JsonNode pair) throws PackagingSyntaxException {
        SpecifierSet other = SpecifierSet.parse(pair.get(1).textValue());

        assertThat(SpecifierSet.parse(pair.get(0).textValue())).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @TableSource(file = "specifier-sets.json", table = "different")
    void equalsNothingElse(JsonNode pair) throws PackagingSyntaxException {
        assertThat(SpecifierSet.parse(pair.get(0).textValue()))
                .isNotEqualTo(SpecifierSet.parse(pair.get(1).textValue()));
    }

    @ParameterizedTest
    @TableSource(file = "specifier-sets.json", table = "prerelease")
    void aClauseThatNamesAPrereleaseAdmitsOthers(JsonNode row) throws PackagingSyntaxException {
        assertThat(SpecifierSet.parse(row.get("specifier").textValue()).clauses().stream()
                        .anyMatch(Specifier::namesPrerelease))
                .isEqualTo(row.get("names").booleanValue());
    }

    @ParameterizedTest
    @TableSource(file = "specifier-sets.json", table = "contains")
    void containsWhatIsWithinAllClauses(JsonNode row) throws PackagingSyntaxException {
        SpecifierSet set = SpecifierSet.parse(row.get("specifier").textValue());

        assertThat(TestTable.texts(row.get("within"))).allMatch(text -> contains(set, row, text));
        assertThat(TestTable.texts(row.get("outside"))).noneMatch(text -> contains(set, row, text));
    }

    static boolean contains(SpecifierSet set, JsonNode row, String text) {
        boolean asVersion = row.get("given").textValue().equals("version");
        if (row.has("prereleases")) {
            boolean prereleases = row.get("prereleases").booleanValue();
            return asVersion ? set.contains(version(text), prereleases) : set.contains(text, prereleases);
        }
        return asVersion ? set.contains(version(text)) : set.contains(text);
    }

    @ParameterizedTest
    @TableSource(file = "specifier-sets.json", table = "choices")
    void choosesAsPackagingFilters(JsonNode rows) throws PackagingSyntaxException {
        List<Version> versions = TestTable.texts(rows.get("versions")).stream()
                .map(SpecifierSetTest::version)
                .toList();
        for (JsonNode row : rows.get("cases")) {
            SpecifierSet set = SpecifierSet.parse(row.get("set").textValue());
            List<Version> chosen = row.has("prereleases")
                    ? versions.stream()
                            .filter(version ->
                                    set.contains(version, row.get("prereleases").booleanValue()))
                            .toList()
                    : set.choices(versions);
            assertThat(chosen).as(row.toString()).isEqualTo(expected(row, versions));
        }
    }

    /** Given one by one, or, for long lists, as the first and last places of runs. */
    private static List<Version> expected(JsonNode row, List<Version> versions) {
        if (row.has("choices")) {
            return TestTable.texts(row.get("choices")).stream()
                    .map(SpecifierSetTest::version)
                    .toList();
        }
        List<Version> expected = new ArrayList<>();
        for (JsonNode run : row.get("places")) {
            expected.addAll(versions.subList(run.get(0).intValue(), run.get(1).intValue() + 1));
        }
        return expected;
    }

    @Test
    void aPrereleaseIsChosenOnlyIfThereIsNoOtherOrItIsNamed() throws PackagingSyntaxException {
        Version finalVersion = Version.parse("1.4");
        Version candidate = Version.parse("1.5rc1");

        assertThat(SpecifierSet.parse(">=1.2").choices(List.of(finalVersion, candidate)))
                .containsExactly(finalVersion);
        assertThat(SpecifierSet.parse(">=1.2").choices(List.of(candidate))).containsExactly(candidate);
        assertThat(SpecifierSet.parse(">=1.2rc1").choices(List.of(finalVersion, candidate)))
                .containsExactly(finalVersion, candidate);
    }

    static Version version(String text) {
        try {
            return Version.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
