package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTest {

    @ParameterizedTest
    @TableSource(file = "tag-sets.json")
    void aCompressedSetIsSpreadIntoItsTags(JsonNode row) throws PackagingSyntaxException {
        assertThat(Tag.parseSet(row.get("text").textValue()))
                .extracting(Tag::toString)
                .hasSameElementsAs(TestTable.texts(row.get("tags")));
    }

    @Test
    void tagsKeepTheOrderOfTheText() throws PackagingSyntaxException {
        assertThat(Tag.parseSet("py3.py2-none-linux_x86_64.any"))
                .extracting(Tag::toString)
                .containsExactly("py3-none-linux_x86_64", "py3-none-any", "py2-none-linux_x86_64", "py2-none-any");
    }

    @ParameterizedTest
    @TableSource(file = "invalid-tag-sets.json")
    void refusesWhatIsNoTagSet(String text) {
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> Tag.parseSet(text));
    }

    @Test
    void isLowerCase() {
        Tag tag = new Tag("PY3", "None", "ANY");

        assertThat(tag).isEqualTo(new Tag("py3", "none", "any")).hasToString("py3-none-any");
        assertThat(tag).hasSameHashCodeAs(new Tag("py3", "none", "any"));
        assertThat(tag.interpreter()).isEqualTo("py3");
        assertThat(tag.abi()).isEqualTo("none");
        assertThat(tag.platform()).isEqualTo("any");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            py3-none            | not a tag of the form python-abi-platform: 'py3-none'
            py3-none-any-more   | not a tag of the form python-abi-platform: 'py3-none-any-more'
            py3.-none-any       | empty member in the tag 'py3.-none-any'
            py3--any            | empty member in the tag 'py3--any'
            py3-none-.any       | empty member in the tag 'py3-none-.any'
            3py-none-any        | not a Python tag: '3py' in '3py-none-any'
            """)
    void saysWhyATagIsRefused(String text, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Tag.parseSet(text))
                .withMessage(message);
    }
}
