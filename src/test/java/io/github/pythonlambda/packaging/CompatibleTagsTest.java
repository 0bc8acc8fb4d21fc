package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases for Python 2, and for a Python 3 whose minor version is unknown, do not apply: Lambda has neither. */
class CompatibleTagsTest {

    static Stream<JsonNode> cpythonTags() {
        return python3Only("cpython-tags.json");
    }

    static Stream<JsonNode> compatibleTags() {
        return python3Only("compatible-tags.json");
    }

    private static Stream<JsonNode> python3Only(String table) {
        return TestTable.members(TestTable.read(CompatibleTagsTest.class, table))
                .filter(row -> row.get("python").size() == 2)
                .filter(row -> row.get("python").get(0).intValue() == 3);
    }

    @ParameterizedTest
    @MethodSource("cpythonTags")
    void tagsOfCpythonAreInTheOrderOfPip(JsonNode row) {
        assertThat(CompatibleTags.cpython(
                        row.get("python").get(1).intValue(),
                        TestTable.texts(row.get("abis")),
                        TestTable.texts(row.get("platforms"))))
                .extracting(Tag::toString)
                .containsExactlyElementsOf(TestTable.texts(row.get("tags")));
    }

    @ParameterizedTest
    @MethodSource("compatibleTags")
    void tagsOfAnyPythonAreInTheOrderOfPip(JsonNode row) {
        assertThat(CompatibleTags.compatible(
                        row.get("python").get(1).intValue(),
                        row.get("interpreter").textValue(),
                        TestTable.texts(row.get("platforms"))))
                .extracting(Tag::toString)
                .containsExactlyElementsOf(TestTable.texts(row.get("tags")));
    }

    @Test
    void tagsOfTheOwnAbiComeFirstAndThoseOfAnyPythonLast() {
        assertThat(CompatibleTags.all(2, List.of("plat")))
                .extracting(Tag::toString)
                .containsExactly(
                        "cp32-cp32-plat",
                        "cp32-abi3-plat",
                        "cp32-none-plat",
                        "py32-none-plat",
                        "py3-none-plat",
                        "py31-none-plat",
                        "py30-none-plat",
                        "cp32-none-any",
                        "py32-none-any",
                        "py3-none-any",
                        "py31-none-any",
                        "py30-none-any");
    }
}
