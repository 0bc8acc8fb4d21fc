package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pythonlambda.problem.ProblemException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TomlWriterTest {

    private final TomlWriter writer = new TomlWriter();

    @Test
    void putsEachMemberOfAnArrayOnALine() {
        writer.put("empty", List.of());
        writer.put("names", List.of("a", "b"));
        writer.put("tables", List.of(new TreeMap<>(Map.of("x", 1L, "y", List.of(1L, 2L))), Map.of()));

        assertThat(writer.text()).isEqualTo("""
                empty = []
                names = [
                    "a",
                    "b",
                ]
                tables = [
                    { x = 1, y = [1, 2] },
                    {},
                ]
                """);
    }

    @Test
    void quotesWithAsFewEscapesAsCanBe() {
        writer.put("marker", "python_version < \"3.11\"");
        writer.put("plain", "it's");
        writer.put("both", "'\"");
        writer.put("with space", "\t");

        assertThat(writer.text()).isEqualTo("""
                marker = 'python_version < "3.11"'
                plain = "it's"
                both = "'\\""
                "with space" = "\\t"
                """);
    }

    @Test
    void givesTablesHeadersOfTheirOwnAndSortsThem() {
        writer.put("first", 1L);
        writer.startMember("members");
        writer.startMember("members");
        writer.put("name", "b");
        writer.tables(
                List.of("members", "tool"), Map.of("z", Map.of("b", 1L, "a", Map.of("c", true)), "y y", Map.of()));

        assertThat(writer.text()).isEqualTo("""
                first = 1

                [[members]]

                [[members]]
                name = "b"

                [members.tool."y y"]

                [members.tool.z]
                b = 1

                [members.tool.z.a]
                c = true
                """);
    }

    @Test
    void writesWhatCanBeReadAgain() throws ProblemException {
        writer.tables(List.of("odd"), OddValues.readable());

        assertThat(TomlTree.read(writer.text(), "odd.toml")).isEqualTo(Map.of("odd", OddValues.readable()));
    }

    @Test
    void refusesWhatTomlCannotSay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.put("a", BigInteger.ONE))
                .withMessage("TOML has no form for a java.math.BigInteger");
    }
}
