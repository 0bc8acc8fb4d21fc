package io.github.pythonlambda.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void fieldsAreSplitAtCommasAndRowsAtLineEnds() {
        assertThat(Csv.rows("a,b,c\nd,,\r\ne\r\r\n\nf"))
                .containsExactly(List.of("a", "b", "c"), List.of("d", "", ""), List.of("e"), List.of("f"));
    }

    @Test
    void quotesKeepCommasAndLineEnds() {
        assertThat(Csv.rows("\"a,b\",\"c\"\"d\",\"e\nf\"\n")).containsExactly(List.of("a,b", "c\"d", "e\nf"));
    }

    @Test
    void aQuoteInsideOfAFieldIsAnOrdinaryCharacter() {
        assertThat(Csv.rows("a\"b,c")).containsExactly(List.of("a\"b", "c"));
    }

    @Test
    void aQuoteThatIsNotClosedEndsWithTheText() {
        assertThat(Csv.rows("\"a,b\nc")).containsExactly(List.of("a,b\nc"));
    }

    @Test
    void anEmptyTextHasNoRows() {
        assertThat(Csv.rows("")).isEmpty();
    }
}
