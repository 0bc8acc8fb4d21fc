package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecifierTest {

    @ParameterizedTest
    @TableSource(file = "specifiers.json", table = "parsed")
    void saysItsOperatorAndVersion(JsonNode row) throws PackagingSyntaxException {
        Specifier specifier = Specifier.parse(row.get("text").textValue());

        assertThat(specifier).hasToString(row.get("shown").textValue());
        assertThat(specifier.operator()).hasToString(row.get("operator").textValue());
        assertThat(specifier.text()).isEqualTo(row.get("version").textValue());
        assertThat(specifier)
                .isEqualTo(Specifier.parse(specifier.toString()))
                .hasSameHashCodeAs(Specifier.parse(specifier.toString()));
    }

    @ParameterizedTest
    @TableSource(file = "specifiers.json", table = "invalid")
    void refusesWhatIsNoClause(String text) {
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> Specifier.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1.0        | not a version specifier such as '>=1.2' (PEP 440): '1.0'
            >= 1 2     | not a version specifier such as '>=1.2' (PEP 440): '>= 1 2'
            >=         | not a version (PEP 440): '' in '>='
            >=1.x      | not a version (PEP 440): '1.x' in '>=1.x'
            ==1.0a1.*  | only numbers can stand before '.*': '==1.0a1.*'
            >=1.*      | '.*' goes with == and != only: '>=1.*'
            <1+local   | a local version, '+...', goes with == and != only: '<1+local'
            ~=1        | ~= needs two numbers at least, as in ~=1.4: '~=1'
            ===a;b     | neither ';' nor ')' can stand in '===a;b'
            """)
    void saysWhyAClauseIsRefused(String text, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Specifier.parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @TableSource(file = "specifiers.json", table = "equal")
    void equalsWhatSaysTheSame(JsonNode pair) throws PackagingSyntaxException {
        Specifier other = Specifier.parse(pair.get(1).textValue());

        assertThat(Specifier.parse(pair.get(0).textValue())).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @TableSource(file = "specifiers.json", table = "different")
    void equalsNothingElse(JsonNode pair) throws PackagingSyntaxException {
        assertThat(Specifier.parse(pair.get(0).textValue()))
                .isNotEqualTo(Specifier.parse(pair.get(1).textValue()))
                .isNotEqualTo(pair.get(1).textValue());
    }

    @ParameterizedTest
    @TableSource(file = "specifiers.json", table = "prerelease")
    void knowsWhetherItNamesAPrerelease(JsonNode row) throws PackagingSyntaxException {
        assertThat(Specifier.parse(row.get("specifier").textValue()).namesPrerelease())
                .isEqualTo(row.get("names").booleanValue());
    }

    @ParameterizedTest
    @TableSource(file = "specifiers.json", table = "contains")
    void containsWhatPep440Says(JsonNode row) throws PackagingSyntaxException {
        Specifier specifier = Specifier.parse(row.get("specifier").textValue());

        assertThat(TestTable.texts(row.get("within"))).allMatch(text -> contains(specifier, row, text));
        assertThat(TestTable.texts(row.get("outside"))).noneMatch(text -> contains(specifier, row, text));
    }

    private static boolean contains(Specifier specifier, JsonNode row, String text) {
        if (row.has("prereleases")) {
            return SpecifierSetTest.contains(new SpecifierSet(List.of(specifier)), row, text);
        }
        return row.get("given").textValue().equals("version")
                ? specifier.contains(SpecifierSetTest.version(text))
                : specifier.contains(text);
    }
}
