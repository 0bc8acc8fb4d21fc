package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexSettingsTest {

    private static final Map<String, String> VARIABLES = Map.of(
            "PIP_INDEX_URL", "https://user:s3cr3t@mine.example/simple",
            "PIP_EXTRA_INDEX_URL", "https://a.example/simple  https://b.example/simple not-a-url");

    private static List<String> indexes(String index, String extraIndex, Map<String, String> variables) {
        return new IndexSettings(
                        Optional.ofNullable(index).map(IndexLocation::parse),
                        extraIndex == null ? List.of() : List.of(IndexLocation.parse(extraIndex)),
                        List.of(),
                        List.of(),
                        new UserEnvironment(variables))
                .indexes().stream().map(IndexLocation::toString).toList();
    }

    @Test
    void pipsVariablesCountWhereThereIsNoParameter() {
        assertThat(indexes(null, null, VARIABLES))
                .containsExactly("https://mine.example/simple", "https://a.example/simple", "https://b.example/simple");
        assertThat(indexes(null, null, Map.of())).isEmpty();
        assertThat(indexes(null, null, Map.of("PIP_INDEX_URL", " "))).isEmpty();
    }

    @Test
    void eachParameterReplacesItsVariable() {
        assertThat(indexes("https://ours.example/simple", null, VARIABLES))
                .containsExactly("https://ours.example/simple", "https://a.example/simple", "https://b.example/simple");
        assertThat(indexes(null, "https://extra.example/simple", VARIABLES))
                .containsExactly("https://mine.example/simple", "https://extra.example/simple");
    }
}
