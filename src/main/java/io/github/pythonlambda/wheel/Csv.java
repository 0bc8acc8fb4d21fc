package io.github.pythonlambda.wheel;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values in the dialect of Python's csv module, which RECORD is written in. */
public final class Csv {

    private Csv() {}

    /** The rows of a text, without empty ones. A quote that is never closed ends with the text. */
    public static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted) {
                if (character != '"') {
                    field.append(character);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (character == '"' && field.isEmpty()) {
                quoted = true;
            } else if (character == ',') {
                row.add(field.toString());
                field.setLength(0);
            } else if (character == '\n' || character == '\r') {
                end(row, field, rows);
                row = new ArrayList<>();
            } else {
                field.append(character);
            }
        }
        end(row, field, rows);
        return rows;
    }

    private static void end(List<String> row, StringBuilder field, List<List<String>> rows) {
        if (!row.isEmpty() || !field.isEmpty()) {
            row.add(field.toString());
            rows.add(List.copyOf(row));
        }
        field.setLength(0);
    }
}
