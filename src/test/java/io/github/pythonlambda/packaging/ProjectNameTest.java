package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectNameTest {

    private static final JsonNode TABLES = TestTable.read(ProjectNameTest.class, "project-names.json");

    static Stream<JsonNode> names() {
        return TestTable.members(TABLES.get("canonical"));
    }

    static Stream<String> invalid() {
        return TestTable.texts(TABLES.get("invalid")).stream();
    }

    static Stream<JsonNode> normal() {
        return TestTable.members(TABLES.get("normal"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isKeptInItsCanonicalForm(JsonNode row) {
        ProjectName name = new ProjectName(row.get("name").textValue());

        assertThat(name).hasToString(row.get("canonical").textValue());
        assertThat(name).isEqualTo(new ProjectName(name.canonical()));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatNoProjectCanBeCalled(String name) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> ProjectName.parse(name))
                .withMessage("not a project name: '" + name + "'");
    }

    @ParameterizedTest
    @MethodSource("normal")
    void saysWhetherANameIsInItsCanonicalForm(JsonNode row) {
        assertThat(ProjectName.isCanonical(row.get("name").textValue()))
                .isEqualTo(row.get("normal").booleanValue());
    }

    @Test
    void sortsByTheCanonicalForm() {
        assertThat(Stream.of("b", "A_c", "a-b").map(ProjectName::new).sorted())
                .extracting(ProjectName::canonical)
                .containsExactly("a-b", "a-c", "b");
    }
}
