package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

    private static Tag tag(String text) {
        String[] parts = text.split("-");
        return new Tag(parts[0], parts[1], parts[2]);
    }
}
