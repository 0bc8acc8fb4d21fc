package io.github.pythonlambda.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private static Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", "a\"b\\c\nü");
        object.put("whole", 1L << 40);
        object.put("real", 1.5);
        object.put("truth", true);
        object.put("nothing", null);
        object.put("list", Arrays.asList(1, null, List.of()));
        object.put("object", Map.of("a", Map.of()));
        return object;
    }

    @Test
    void aLineHoldsAllOfIt() {
        assertThat(JsonWriter.line(object()))
                .isEqualTo("{\"text\":\"a\\\"b\\\\c\\nü\",\"whole\":1099511627776,\"real\":1.5,\"truth\":true,"
                        + "\"nothing\":null,\"list\":[1,null,[]],\"object\":{\"a\":{}}}");
        assertThat(JsonWriter.line("a")).isEqualTo("\"a\"");
        assertThat(JsonWriter.line(null)).isEqualTo("null");
    }

    @Test
    void indentedTextHasALineForEachValueAndTheSameBreaksEverywhere() {
        assertThat(JsonWriter.indented(object())).isEqualTo("""
                        {
                          "text" : "a\\"b\\\\c\\nü",
                          "whole" : 1099511627776,
                          "real" : 1.5,
                          "truth" : true,
                          "nothing" : null,
                          "list" : [
                            1,
                            null,
                            [ ]
                          ],
                          "object" : {
                            "a" : { }
                          }
                        }
                        """);
    }

    @Test
    void whatIsWrittenCanBeRead() throws Exception {
        JsonValue json = JsonValue.read(JsonWriter.indented(object()));

        assertThat(json.get("text").text()).isEqualTo("a\"b\\c\nü");
        assertThat(json.get("list").items()).hasSize(3);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.line(Map.of("a", new Object())))
                .withMessageContaining("java.lang.Object");
    }
}
