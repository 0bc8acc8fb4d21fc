package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.PythonScript;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every character of Java is taken for what Python takes it for. */
class PythonTextTest {

    private static final List<String> CHARACTERS = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
            .mapToObj(Character::toString)
            .toList();

    @TempDir
    static Path folder;

    private static List<String> spaces = List.of();
    private static List<String> lineEnds = List.of();

    @BeforeAll
    static void askPython() throws IOException {
        JsonNode answer =
                new PythonScript(TestInterpreters.newest(), PythonTextTest.class, "python_text.py", folder).ask("");
        spaces = TestTable.texts(answer.get("spaces"));
        lineEnds = TestTable.texts(answer.get("line ends"));
        assertThat(spaces).contains(" ").hasSizeLessThan(50);
        assertThat(lineEnds).contains("\n").hasSizeLessThan(50);
    }

    @Test
    void spacesAreThoseOfPython() {
        assertThat(CHARACTERS)
                .filteredOn(text -> PythonText.isSpace(text.charAt(0)))
                .isEqualTo(spaces);
    }

    @Test
    void patternsHaveTheSameSpaces() {
        Pattern space = Pattern.compile("[" + PythonText.SPACE + "]", Pattern.UNICODE_CHARACTER_CLASS);

        assertThat(CHARACTERS).filteredOn(text -> space.matcher(text).matches()).isEqualTo(spaces);
    }

    @Test
    void linesEndWhereTheyEndInPython() {
        assertThat(CHARACTERS)
                .filteredOn(text -> PythonText.splitLines("a" + text + "b").size() == 2)
                .isEqualTo(lineEnds);
        assertThat(PythonText.splitLines("a\r\nb\n\rc\n")).containsExactly("a", "b", "", "c");
    }

    @Test
    void spacesAreTakenAwayAtBothEnds() {
        String all = String.join("", spaces);

        assertThat(PythonText.strip(all + "a" + all + "b" + all)).isEqualTo("a" + all + "b");
        assertThat(PythonText.strip(all)).isEmpty();
        assertThat(PythonText.collapseSpace(all + "a" + all + "b" + all)).isEqualTo("a b");
    }
}
