package io.github.pythonlambda.pylock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that are easily written wrong. */
final class OddValues {

    private OddValues() {}

    /** With those that Jackson does not read as they are: integers of 19 digits and the negative zero. */
    static Map<String, Object> all() {
        Map<String, Object> values = readable();
        values.put("extremes", List.of(Long.MAX_VALUE, Long.MIN_VALUE, -0.0));
        return values;
    }

    static Map<String, Object> readable() {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> texts = List.of(
                "",
                " ",
                "plain",
                "with 'single' quotes",
                "with \"double\" quotes",
                "with 'both' \"kinds\"",
                "'''",
                "\"\"\"",
                "ends in a quote'",
                "C:\\back\\slash",
                "\\",
                "\\'",
                "tab\tnew line\nreturn\rfeed\fback\b",
                "escape \u001B, delete \u007F, null \u0000",
                "\u00e9\u4e2d\uD83D\uDE00 \u2028 \uFEFF",
                "# no comment",
                "a = 1",
                "\\u0041");
        for (int i = 0; i < texts.size(); i++) {
            values.put("text" + i, texts.get(i));
            values.put(texts.get(i), (long) i);
        }
        values.put("a.b", Map.of("c d", List.of(List.of(), Map.of())));
        values.put("numbers", List.of(0L, -1L, 999_999_999_999_999_999L));
        values.put("floats", List.of(0.0, 1.0, 0.1, 1e300, 1.5e-7, 123456789.125, -1.0 / 0, 1.0 / 0));
        values.put("flags", List.of(true, false));
        values.put("moment", OffsetDateTime.of(2024, 1, 31, 10, 0, 0, 0, ZoneOffset.UTC));
        values.put("moment elsewhere", OffsetDateTime.of(2024, 1, 31, 10, 0, 0, 120_000_000, ZoneOffset.ofHours(-7)));
        values.put("date time", LocalDateTime.of(2024, 1, 31, 0, 0));
        values.put("date", LocalDate.of(2024, 2, 29));
        values.put("time", LocalTime.MIDNIGHT);
        return values;
    }
}
