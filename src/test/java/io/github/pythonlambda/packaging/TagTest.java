package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TagTest {

    static Stream<JsonNode> tagSets() {
        return TestTable.members(TestTable.read(TagTest.class, "tag-sets.json"));
    }

    @ParameterizedTest
    @MethodSource("tagSets")
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
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            py3-none            | not a tag of the form python-abi-platform: 'py3-none'
            py3-none-any-more   | not a tag of the form python-abi-platform: 'py3-none-any-more'
            py3.-none-any       | empty member in the tag 'py3.-none-any'
            py3--any            | empty member in the tag 'py3--any'
            py3-none-.any       | empty member in the tag 'py3-none-.any'
            3py-none-any        | not a Python tag: '3py' in '3py-none-any'
            """)
    void refusesWhatIsNoTag(String text, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> Tag.parseSet(text))
                .withMessage(message);
    }
}
