package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {

    private static final JsonNode TABLES = TestTable.read(MarkerTest.class, "markers.json");

    /** Every variable with every operator and every value, on both sides. */
    static Stream<String> products() {
        return TestTable.members(TABLES.get("products"))
                .flatMap(product -> TestTable.texts(product.get("variables")).stream()
                        .flatMap(variable -> TestTable.texts(product.get("operators")).stream()
                                .flatMap(operator -> TestTable.texts(product.get("values")).stream()
                                        .flatMap(value -> Stream.of(
                                                variable + " " + operator + " '" + value + "'",
                                                "'" + value + "' " + operator + " " + variable)))));
    }

    @Test
    void readsEveryComparison() {
        assertThat(products())
                .hasSize(2160)
                .allSatisfy(text -> assertThatCode(() -> Marker.parse(text)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @TableSource(file = "markers.json", table = "parsed")
    void isShownInOneForm(JsonNode row) throws PackagingSyntaxException {
        Marker marker = Marker.parse(row.get("text").textValue());

        assertThat(marker).hasToString(row.get("shown").textValue());
        assertThat(marker)
                .isEqualTo(Marker.parse(marker.toString()))
                .hasSameHashCodeAs(Marker.parse(marker.toString()));
    }

    @ParameterizedTest
    @TableSource(file = "markers.json", table = "invalid")
    void refusesWhatIsNoMarker(String text) {
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> Marker.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            os_nam == 'x'            | the marker variable 'os_nam' is not defined at character 1 of 'os_nam == 'x''
            os_name == posix         | the marker variable 'posix' is not defined at character 12 of 'os_name == posix'
            os_name == 'x' and       | expected a marker variable or a text in quotes at the end of 'os_name == 'x' and'
            os_name = 'x'            | expected one of <=, <, !=, ==, >=, >, ~=, ===, in, not in at character 9 of 'os_name = 'x''
            'a' not extras           | expected 'in' after 'not' at character 9 of ''a' not extras'
            'a' notin extras         | expected one of <=, <, !=, ==, >=, >, ~=, ===, in, not in at character 5 of ''a' notin extras'
            (os_name == 'x'          | expected 'and', 'or' or ')' at the end of '(os_name == 'x''
            os_name == 'x')          | expected 'and', 'or' or the end of the marker at character 15 of 'os_name == 'x')'
            os_name == 'x' os_name   | expected 'and', 'or' or the end of the marker at character 16 of 'os_name == 'x' os_name'
            os_name == '\\x'         | Python cannot read the text in quotes at character 12 of 'os_name == '\\x''
            os_name == 'x            | expected a marker variable or a text in quotes at character 12 of 'os_name == 'x'
            """)
    void saysWhereAMarkerIsWrong(String text, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Marker.parse(text))
                .withMessage(message);
    }

    @Test
    void tooManyParenthesesAreRefusedBeforeTheStackEnds() throws PackagingSyntaxException {
        String comparison = "os_name == 'posix'";

        assertThat(Marker.parse("(".repeat(100) + comparison + ")".repeat(100))).isEqualTo(Marker.parse(comparison));
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Marker.parse("(".repeat(100_000) + comparison + ")".repeat(100_000)))
                .withMessageContaining("more than 100 parentheses in each other at character 102 of");
    }

    @ParameterizedTest
    @TableSource(file = "markers.json", table = "equal")
    void equalsWhatDiffersInItsSpellingOnly(JsonNode pair) throws PackagingSyntaxException {
        Marker other = Marker.parse(pair.get(1).textValue());

        assertThat(Marker.parse(pair.get(0).textValue())).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @TableSource(file = "markers.json", table = "different")
    void equalsNothingElse(JsonNode pair) throws PackagingSyntaxException {
        assertThat(Marker.parse(pair.get(0).textValue()))
                .isNotEqualTo(Marker.parse(pair.get(1).textValue()));
    }

    @ParameterizedTest
    @TableSource(file = "markers.json", table = "evaluated")
    void holdsWherePackagingSaysSo(JsonNode row) throws PackagingSyntaxException {
        Marker marker = Marker.parse(row.get("marker").textValue());
        MarkerEnvironment environment =
                new MarkerEnvironment(values(row.get("values")), names(row, "extras"), names(row, "groups"));

        if (row.get("holds").isBoolean()) {
            assertThat(marker.evaluate(environment)).isEqualTo(row.get("holds").booleanValue());
        } else {
            assertThatExceptionOfType(PackagingSyntaxException.class)
                    .isThrownBy(() -> marker.evaluate(environment))
                    .withMessageStartingWith("the marker cannot be evaluated, ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            os_name ~= "posix"  | '~=' compares versions only
            "a" === extras      | '===' compares versions only
            extras == "a"       | extras is a set, which can stand behind 'in' and 'not in' only
            "a" == "a"          | neither side is a variable
            os_name == "nt" and os_name ~= "posix" | '~=' compares versions only
            """)
    void saysWhyAMarkerCannotBeEvaluated(String text, String reason) throws PackagingSyntaxException {
        Marker marker = Marker.parse(text);

        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> marker.evaluate(environment()))
                .withMessageStartingWith("the marker cannot be evaluated, " + reason + ": ");
    }

    @Test
    void holdsIfItHoldsWithOneOfTheExtras() throws PackagingSyntaxException {
        MarkerEnvironment environment = environment().withExtras(Set.of("b", "C_c"));

        assertThat(Marker.parse("extra == 'c.C'").evaluate(environment)).isTrue();
        assertThat(Marker.parse("extra == 'a'").evaluate(environment)).isFalse();
        assertThat(Marker.parse("extra == 'b' and extra == 'c-c'").evaluate(environment))
                .isFalse();
        assertThat(Marker.parse("'b' in extras and 'c-c' in extras").evaluate(environment))
                .isTrue();
        assertThat(Marker.parse("extra == ''").evaluate(environment)).isFalse();
        assertThat(Marker.parse("extra == ''").evaluate(environment())).isTrue();
    }

    @Test
    void listsItsComparisonsForAMessage() throws PackagingSyntaxException {
        Marker marker = Marker.parse("python_full_version == '3.8.12' and (extra == 'x' or 'g' in dependency_groups)"
                + " or platform_release == '6' or 'a' == 'b'");

        assertThat(marker.comparisons())
                .extracting(comparison -> comparison.explain(environment()))
                .containsExactly(
                        "python_full_version == \"3.8.12\", here 3.11.7",
                        "extra == \"x\", here none",
                        "\"g\" in dependency_groups, here none",
                        "platform_release == \"6\", here empty",
                        "\"a\" == \"b\"");
        assertThat(marker.comparisons().get(1).explain(environment().withExtras(Set.of("b", "a"))))
                .isEqualTo("extra == \"x\", here a, b");
    }

    private static MarkerEnvironment environment() {
        return MarkerEnvironment.of(values(TABLES.get("environment")));
    }

    private static Map<String, String> values(JsonNode changes) {
        Map<String, String> values = new TreeMap<>();
        TABLES.get("environment")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().textValue()));
        changes.properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().textValue()));
        return values;
    }

    private static Set<String> names(JsonNode row, String key) {
        return row.has(key) ? new HashSet<>(TestTable.texts(row.get(key))) : Set.of();
    }
}
