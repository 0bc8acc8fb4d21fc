package io.github.pythonlambda.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @TempDir
    private Path folder;

    private static JsonValue read(String text) throws IOException {
        return JsonValue.read(text);
    }

    @Test
    void valuesAreWhatTheTextSays() throws Exception {
        JsonValue json = read(
                "{\"a\": \"x\\u00e9\", \"b\": 7, \"c\": 2.5, \"d\": true, \"e\": [1, \"y\"], \"f\": {\"g\": \"z\"}}");

        assertThat(json.get("a").text()).isEqualTo("xé");
        assertThat(json.get("a").isText()).isTrue();
        assertThat(json.get("b").intValue()).isEqualTo(7);
        assertThat(json.get("b").text()).isEqualTo("7");
        assertThat(json.get("c").doubleValue()).isEqualTo(2.5);
        assertThat(json.get("d").booleanValue()).isTrue();
        assertThat(json.get("e").texts()).containsExactly("1", "y");
        assertThat(json.get("f").isObject()).isTrue();
        assertThat(json.get("f").get("g").text()).isEqualTo("z");
        assertThat(json.members(JsonValue::text).keySet()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\": null}", "[]", "[{\"a\": 1}]", "null", "1", "\"a\"", "true"})
    void whatIsNotThereIsAbsent(String text) throws Exception {
        JsonValue none = read(text).get("a");

        assertThat(none.isAbsent()).isTrue();
        assertThat(none.text()).isEmpty();
        assertThat(none.text("otherwise")).isEqualTo("otherwise");
        assertThat(none.textOrNull()).isNull();
        assertThat(none.longValue()).isZero();
        assertThat(none.booleanValue()).isFalse();
        assertThat(none.items()).isEmpty();
        assertThat(none.members()).isEmpty();
        assertThat(none.get("b").get("c").isAbsent()).isTrue();
    }

    @Test
    void whatIsOfAnotherKindIsNoError() throws Exception {
        JsonValue json = read("{\"a\": [1], \"b\": {\"c\": 1}, \"d\": 1, \"e\": \"2\"}");

        assertThat(json.get("a").text("none")).isEqualTo("none");
        assertThat(json.get("b").textOrNull()).isNull();
        assertThat(json.get("d").textOrNull()).isNull();
        assertThat(json.get("d").booleanValue()).isFalse();
        assertThat(json.get("e").intValue()).isZero();
        assertThat(json.get("b").items()).isEmpty();
        assertThat(json.get("a").members()).isEmpty();
    }

    @Test
    void largeNumbersKeepTheirDigits() throws Exception {
        assertThat(read("9223372036854775807").longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(read("123456789012345678901234567890").text()).isEqualTo("123456789012345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"a\": 1,}", "[1 2]", "{} {}", "{}x", "'a'", "nul", "\"a", "01", "// a\n1", "NaN"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.getMessage())
                        .matches("line 1, column \\d+: [^\\[]+.*")
                        .doesNotContain("Source"));
    }

    @Test
    void nestingThatWouldExhaustTheStackIsRefused() {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> read("[".repeat(100_000) + "]".repeat(100_000)));
    }

    @Test
    void aFileIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"a\": \"ü\"}");

        assertThat(JsonValue.read(file).get("a").text()).isEqualTo("ü");
    }
}
