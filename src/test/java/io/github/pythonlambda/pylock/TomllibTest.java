package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.testing.PythonScript;
import io.github.pythonlambda.testing.TestInterpreters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, read by Python's own {@code tomllib}, which knows TOML 1.0. */
class TomllibTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    @TempDir
    Path folder;

    @Test
    void writesWhatPythonReadsAsTheSameValues() throws IOException {
        Map<String, Object> odd = OddValues.all();
        TomlWriter writer = new TomlWriter();
        odd.forEach(writer::put);
        writer.startMember("members");
        writer.put("in", odd.values());
        writer.tables(List.of("members", "tool"), odd);
        writer.tables(List.of("top"), Map.of("nested", odd, "empty", Map.of()));
        Map<String, Object> written = new LinkedHashMap<>(odd);
        written.put("members", List.of(Map.of("in", List.copyOf(odd.values()), "tool", odd)));
        written.put("top", Map.of("nested", odd, "empty", Map.of()));

        JsonNode read = new PythonScript(TestInterpreters.newest(), TomllibTest.class, "tomllib_values.py", folder)
                .ask(writer.text());

        assertThat(read).isEqualTo(new ObjectMapper().valueToTree(describe(written)));
    }

    /** The form in which the script prints values. */
    private static Object describe(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> described = new LinkedHashMap<>();
            map.forEach((key, member) -> described.put(key, describe(member)));
            return described;
        }
        if (value instanceof List<?> list) {
            List<Object> described = new ArrayList<>();
            list.forEach(member -> described.add(describe(member)));
            return described;
        }
        if (value instanceof Boolean flag) {
            return "bool " + (flag ? "True" : "False");
        }
        if (value instanceof Double number) {
            return "float " + hex(number);
        }
        if (value instanceof OffsetDateTime time) {
            return "datetime " + DATE_TIME.format(time) + " " + time.getOffset().getTotalSeconds();
        }
        if (value instanceof LocalDateTime time) {
            return "datetime " + DATE_TIME.format(time);
        }
        if (value instanceof LocalTime time) {
            return "time " + TIME.format(time);
        }
        String kind = value instanceof LocalDate ? "date" : value instanceof String ? "str" : "int";
        return kind + " " + value;
    }

    /** A float in the notation of Python's {@code float.hex}, which always has 13 digits after the point. */
    private static String hex(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number < 0 ? "-inf" : "inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0x0.0p+0" : "0x0.0p+0";
        }
        long fraction = Double.doubleToRawLongBits(number) & 0xF_FFFF_FFFF_FFFFL;
        int exponent = Math.getExponent(number);
        return String.format("%s0x1.%013xp%s%d", number < 0 ? "-" : "", fraction, exponent < 0 ? "" : "+", exponent);
    }
}
