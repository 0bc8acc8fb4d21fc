package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ProjectNameTest {

    @ParameterizedTest
    @TableSource(file = "project-names.json", table = "canonical")
    void isKeptInItsCanonicalForm(JsonNode row) {
        ProjectName name = new ProjectName(row.get("name").textValue());

        assertThat(name).hasToString(row.get("canonical").textValue());
        assertThat(name).isEqualTo(new ProjectName(name.canonical()));
    }

    @ParameterizedTest
    @TableSource(file = "project-names.json", table = "invalid")
    void refusesWhatNoProjectCanBeCalled(String name) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> ProjectName.parse(name))
                .withMessage("not a project name: '" + name + "'");
    }

    @ParameterizedTest
    @TableSource(file = "project-names.json", table = "normal")
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
