package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class VersionTest {

    private static final JsonNode TABLES = TestTable.read(VersionTest.class, "versions.json");

    @ParameterizedTest
    @TableSource(file = "versions.json", table = "parsed")
    void isShownInItsNormalisedForm(JsonNode row) throws PackagingSyntaxException {
        assertThat(Version.parse(row.get("text").textValue()))
                .hasToString(row.get("normalized").textValue());
    }

    @ParameterizedTest
    @TableSource(file = "versions.json", table = "parsed")
    void equalsItsNormalisedForm(JsonNode row) throws PackagingSyntaxException {
        Version spelled = Version.parse(row.get("text").textValue());
        Version normalised = Version.parse(row.get("normalized").textValue());

        assertThat(spelled).isEqualTo(normalised).hasSameHashCodeAs(normalised);
    }

    @ParameterizedTest
    @TableSource(file = "versions.json", table = "parsed")
    void saysItsParts(JsonNode row) throws PackagingSyntaxException {
        Version version = Version.parse(row.get("text").textValue());

        assertThat(version.epoch()).isEqualTo(row.get("epoch").bigIntegerValue());
        assertThat(version.release())
                .containsExactlyElementsOf(TestTable.members(row.get("release"))
                        .map(JsonNode::bigIntegerValue)
                        .toList());
        assertThat(String.join(".", version.local())).isEqualTo(row.get("local").textValue());
        assertThat(version.withoutLocal()).hasToString(row.get("public").textValue());
        assertThat(version.withoutTrailingZeros()).hasToString(row.get("short").textValue());
    }

    @ParameterizedTest
    @TableSource(file = "versions.json", table = "parsed")
    void saysWhetherItIsFinal(JsonNode row) throws PackagingSyntaxException {
        Version version = Version.parse(row.get("text").textValue());

        assertThat(version.isPrerelease()).isEqualTo(row.get("prerelease").booleanValue());
        assertThat(version.isPostrelease()).isEqualTo(row.get("postrelease").booleanValue());
        assertThat(version.isDevrelease()).isEqualTo(row.get("devrelease").booleanValue());
    }

    @Test
    void aLongVersionTakesNoDeepStack() throws PackagingSyntaxException {
        String longRelease = "1" + ".1".repeat(50_000);

        assertThat(Version.parse(longRelease + "+a" + ".a".repeat(50_000)))
                .hasToString(longRelease + "+a" + ".a".repeat(50_000));
    }

    @ParameterizedTest
    @TableSource(file = "versions.json", table = "invalid")
    void refusesWhatPep440DoesNotAllow(String text) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Version.parse(text))
                .withMessage("not a version (PEP 440): '" + text + "'");
    }

    @Test
    void sortsAsPep440Orders() throws PackagingSyntaxException {
        List<Version> ordered = new ArrayList<>();
        for (String text : TestTable.texts(TABLES.get("ordered"))) {
            ordered.add(Version.parse(text));
        }
        List<Version> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
    }

    @Test
    void everyPairOfTheOrderComparesStrictly() throws PackagingSyntaxException {
        List<String> texts = TestTable.texts(TABLES.get("ordered"));
        for (int low = 0; low < texts.size(); low++) {
            for (int high = low + 1; high < texts.size(); high++) {
                Version lower = Version.parse(texts.get(low));
                Version higher = Version.parse(texts.get(high));
                assertThat(lower).isLessThan(higher).isNotEqualTo(higher);
                assertThat(higher).isGreaterThan(lower);
            }
        }
    }

    @ParameterizedTest
    @TableSource(file = "versions.json", table = "equal")
    void trailingZerosAndSpellingsDoNotCount(JsonNode pair) throws PackagingSyntaxException {
        Version first = Version.parse(pair.get(0).textValue());
        Version second = Version.parse(pair.get(1).textValue());

        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).isEqualByComparingTo(second);
    }

    @Test
    void equalsNothingElse() throws PackagingSyntaxException {
        assertThat(Version.parse("1.0")).isNotEqualTo("1.0").isNotEqualTo(null);
    }
}
