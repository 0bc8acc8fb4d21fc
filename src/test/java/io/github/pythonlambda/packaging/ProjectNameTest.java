package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectNameTest {

    static Stream<JsonNode> names() {
        return TestTable.members(TestTable.read(ProjectNameTest.class, "project-names.json"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isKeptInItsCanonicalForm(JsonNode row) {
        ProjectName name = new ProjectName(row.get("name").textValue());

        assertThat(name).hasToString(row.get("canonical").textValue());
        assertThat(name).isEqualTo(new ProjectName(name.canonical()));
    }

    @Test
    void sortsByTheCanonicalForm() {
        assertThat(Stream.of("b", "A_c", "a-b").map(ProjectName::new).sorted())
                .extracting(ProjectName::canonical)
                .containsExactly("a-b", "a-c", "b");
    }
}
