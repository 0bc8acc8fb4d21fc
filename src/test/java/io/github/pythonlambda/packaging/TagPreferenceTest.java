package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagPreferenceTest {

    private final TagPreference preference =
            new TagPreference(List.of(tag("cp311-cp311-linux"), tag("cp311-abi3-linux"), tag("py3-none-any")));

    @Test
    void aWheelIsChosenForItsBestTag() {
        assertThat(preference.best(List.of(tag("py3-none-any"), tag("cp311-abi3-linux"))))
                .contains(tag("cp311-abi3-linux"));
    }

    @Test
    void noTagFitsAWheelForSomethingElse() {
        assertThat(preference.best(List.of(tag("cp312-cp312-linux")))).isEmpty();
    }

    @Test
    void wheelsSortByTheirBestTagAndThoseThatDoNotFitComeLast() {
        Collection<Tag> unfit = List.of(tag("cp312-cp312-linux"));
        Collection<Tag> pure = List.of(tag("py2-none-any"), tag("py3-none-any"));
        Collection<Tag> own = List.of(tag("cp311-cp311-linux"));

        assertThat(Stream.of(unfit, pure, own).sorted(preference.bestFirst())).containsExactly(own, pure, unfit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t1 t2    | t1 t2    | t1 t2
            t1 t2    | t3 t4    |
            t1 t2    | t2 t1    | t1 t2
            t1 t2 t1 | t2 t1    | t1 t2
            t1 t3    | t2 t1    | t1
            t1 t3    | t2.t3 t1 | t1 t2.t3
            t1       | t2 t1    | t1
            """)
    void choosesAsPackagingDoes(String accepted, String wheels, @Nullable String expected)
            throws PackagingSyntaxException {
        List<Tag> tags = Stream.of(accepted.split(" "))
                .map(platform -> tag("py3-none-" + platform))
                .toList();
        TagPreference choice = new TagPreference(tags);
        Map<Collection<Tag>, String> names = new LinkedHashMap<>();
        for (String wheel : wheels.split(" ")) {
            names.put(Tag.parseSet("py3-none-" + wheel), wheel);
        }

        assertThat(names.keySet().stream()
                        .filter(wheel -> choice.best(wheel).isPresent())
                        .sorted(choice.bestFirst())
                        .map(names::get))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    private static Tag tag(String text) {
        String[] parts = text.split("-");
        return new Tag(parts[0], parts[1], parts[2]);
    }
}
