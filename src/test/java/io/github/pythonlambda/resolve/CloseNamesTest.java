package io.github.pythonlambda.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CloseNamesTest {

    private static final List<ProjectName> NAMES = Stream.of(
                    "numpy", "pandas", "pydantic", "pydantic-core", "google-cloud-storage", "scikit-learn", "six")
            .map(ProjectName::new)
            .toList();

    private static List<String> close(String pattern) {
        return CloseNames.of(new NamePattern(pattern), NAMES).stream()
                .map(ProjectName::canonical)
                .toList();
    }

    @Test
    void aTypoIsClose() {
        assertThat(close("numby")).containsExactly("numpy");
        assertThat(close("pandsa")).containsExactly("pandas");
        assertThat(close("scikitlearn")).containsExactly("scikit-learn");
        assertThat(close("Pydantik*")).startsWith("pydantic");
    }

    @Test
    void soIsAPieceOfANameOrOneWithMore() {
        assertThat(close("google_cloud")).containsExactly("google-cloud-storage");
        assertThat(close("core")).containsExactly("pydantic-core");
        assertThat(close("pandas-stubs")).containsExactly("pandas");
    }

    @Test
    void theClosestComesFirst() {
        assertThat(close("pydanti")).containsExactly("pydantic", "pydantic-core");
    }

    @Test
    void nothingIsCloseToWhatIsQuiteDifferent() {
        assertThat(close("tensorflow")).isEmpty();
        assertThat(close("a*")).isEmpty();
        assertThat(close("*?*")).isEmpty();
    }
}
