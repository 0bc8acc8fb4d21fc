package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementTest {

    private static final JsonNode TABLES = TestTable.read(RequirementTest.class, "requirements.json");

    static List<String> names() {
        return TestTable.texts(TABLES.get("product").get("names"));
    }

    /** With all extras, versions or URLs, markers and kinds of blanks: 864 requirements for each name. */
    @ParameterizedTest
    @MethodSource("names")
    void readsEveryCombination(String name) throws PackagingSyntaxException {
        JsonNode product = TABLES.get("product");
        for (JsonNode extras : product.get("extras")) {
            for (JsonNode details : product.get("details")) {
                for (String marker : TestTable.texts(product.get("markers"))) {
                    for (String blank : TestTable.texts(product.get("blanks"))) {
                        readsCombination(name, TestTable.texts(extras), details, marker, blank);
                    }
                }
            }
        }
    }

    private static void readsCombination(
            String name, List<String> extras, JsonNode details, String marker, String blank)
            throws PackagingSyntaxException {
        String url = details.get("url").textValue();
        String specifier = details.get("specifier").textValue();
        List<String> parts = new ArrayList<>(List.of(name));
        if (!extras.isEmpty()) {
            parts.addAll(List.of("[", String.join(blank + "," + blank, extras), "]"));
        }
        if (!specifier.isEmpty()) {
            parts.add(specifier.replace("{ws}", blank));
        }
        if (!url.isEmpty()) {
            parts.addAll(List.of("@", url));
        }
        if (!marker.isEmpty()) {
            parts.addAll(List.of(url.isEmpty() ? ";" : " ;", marker.replace("{ws}", blank)));
        }

        Requirement requirement = Requirement.parse(String.join(blank, parts));

        assertThat(requirement.spelledName()).isEqualTo(name);
        assertThat(requirement.extras())
                .containsExactlyInAnyOrderElementsOf(extras.stream()
                        .map(extra -> extra.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(requirement.url()).isEqualTo(Optional.of(url).filter(text -> !text.isEmpty()));
        assertThat(requirement.specifiers())
                .isEqualTo(SpecifierSet.parse(specifier.replace("{ws}", "").replaceAll("[()]", "")));
        assertThat(requirement.marker())
                .isEqualTo(marker.isEmpty() ? Optional.empty() : Optional.of(Marker.parse(marker.replace("{ws}", ""))));
        assertThat(Requirement.parse(requirement.toString())).isEqualTo(requirement);
    }

    @ParameterizedTest
    @TableSource(file = "requirements.json", table = "parsed")
    void saysItsParts(JsonNode row) throws PackagingSyntaxException {
        Requirement requirement = Requirement.parse(row.get("text").textValue());

        assertThat(requirement.spelledName()).isEqualTo(row.get("name").textValue());
        assertThat(requirement.name()).isEqualTo(new ProjectName(row.get("name").textValue()));
        assertThat(requirement.extras()).containsExactlyInAnyOrderElementsOf(TestTable.texts(row.get("extras")));
        assertThat(requirement.specifiers()).hasToString(row.get("specifiers").textValue());
        assertThat(requirement.url().orElse("")).isEqualTo(row.get("url").textValue());
        assertThat(requirement.marker().map(Marker::toString).orElse(""))
                .isEqualTo(row.get("marker").textValue());
        assertThat(requirement).hasToString(row.get("shown").textValue());
    }

    @ParameterizedTest
    @TableSource(file = "requirements.json", table = "invalid")
    void refusesWhatIsNoRequirement(String text) {
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> Requirement.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""              | expected the name of a project at the end of ''
            ==0.0           | expected the name of a project at character 1 of '==0.0'
            name[bar baz]   | expected ',' or ']' after an extra at character 10 of 'name[bar baz]'
            name[bar,]      | expected the name of an extra at character 10 of 'name[bar,]'
            name[bar        | expected ',' or ']' after an extra at the end of 'name[bar'
            name 1.0        | expected a version such as '>=1.2', or ';' before a marker at character 6 of 'name 1.0'
            name (>=1       | expected ',' or ')' after a version at the end of 'name (>=1'
            name>=1 <2      | expected a version such as '>=1.2', or ';' before a marker at character 9 of 'name>=1 <2'
            name==1.0.org1  | not a version (PEP 440): '1.0.org1' in '==1.0.org1'
            name @          | expected a URL after '@' at the end of 'name @'
            name @ u x      | expected a blank and ';' before a marker, or the end after the URL at character 10 of 'name @ u x'
            name; os_nam == 'x' | the marker variable 'os_nam' is not defined at character 7 of 'name; os_nam == 'x''
            """)
    void saysWhereARequirementIsWrong(String text, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Requirement.parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @TableSource(file = "requirements.json", table = "equal")
    void equalsWhatAsksForTheSame(JsonNode pair) throws PackagingSyntaxException {
        Requirement other = Requirement.parse(pair.get(1).textValue());

        assertThat(Requirement.parse(pair.get(0).textValue())).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @TableSource(file = "requirements.json", table = "different")
    void equalsNothingElse(JsonNode pair) throws PackagingSyntaxException {
        assertThat(Requirement.parse(pair.get(0).textValue()))
                .isNotEqualTo(Requirement.parse(pair.get(1).textValue()));
    }

    @Test
    void keepsTheSpellingOfNamesInItsText() throws PackagingSyntaxException {
        Requirement requirement = Requirement.parse("Flask_Login [B_b , a]");

        assertThat(requirement).hasToString("Flask_Login[B_b,a]");
        assertThat(requirement.name()).hasToString("flask-login");
        assertThat(requirement.extras()).containsExactlyInAnyOrder("a", "b-b");
    }
}
