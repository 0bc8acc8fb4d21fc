package io.github.pythonlambda.uptodate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a build as a text of lines, each a word for what it tells, then its parts, of which only the last may have spaces. */
final class BuildStateText {

    private static final String FIRST_LINE = "python-lambda-build 1";
    private static final String LAST_LINE = "end";
    private static final String EMPTY = "-";

    private BuildStateText() {}

    static void write(BuildState state, Path file) throws IOException {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        for (String setting : state.settings()) {
            line(text, "setting", setting);
        }
        line(text, "resolved", Boolean.toString(state.resolved()));
        line(text, "until", Long.toString(state.goodUntil().getEpochSecond()));
        for (Map.Entry<String, String> variable : state.variables().entrySet()) {
            line(text, "variable", orDash(variable.getValue()), variable.getKey());
        }
        for (FileState input : state.inputs()) {
            line(
                    text,
                    "input",
                    input.kind().name(),
                    Long.toString(input.size()),
                    Long.toString(input.modified()),
                    orDash(input.digest()),
                    input.path().toString());
        }
        for (KeptOutput output : state.outputs()) {
            line(
                    text,
                    output.isZip() ? "zip" : "description",
                    Long.toString(output.size()),
                    Long.toString(output.modified()),
                    output.name());
        }
        for (String warning : state.warnings()) {
            line(text, "warning", warning);
        }
        Files.writeString(file, text.append(LAST_LINE).append('\n'));
    }

    /**
     * Reads a state.
     *
     * @return {@code null} if there is none, or none that is whole
     */
    static @Nullable BuildState read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(FIRST_LINE) || !lines[lines.length - 1].equals(LAST_LINE)) {
            return null;
        }
        try {
            return parse(lines);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
            return null;
        }
    }

    private static BuildState parse(String[] lines) {
        List<String> settings = new ArrayList<>();
        List<FileState> inputs = new ArrayList<>();
        List<KeptOutput> outputs = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Map<String, String> variables = new LinkedHashMap<>();
        boolean resolved = false;
        Instant goodUntil = Instant.MIN;
        for (int i = 1; i < lines.length - 1; i++) {
            String[] part = lines[i].split(" ", 2);
            String rest = unescaped(part[1]);
            switch (part[0]) {
                case "setting" -> settings.add(rest);
                case "resolved" -> resolved = Boolean.parseBoolean(rest);
                case "until" -> goodUntil = Instant.ofEpochSecond(Long.parseLong(rest));
                case "variable" -> {
                    String[] variable = rest.split(" ", 2);
                    variables.put(variable[1], orEmpty(variable[0]));
                }
                case "input" -> inputs.add(input(rest.split(" ", 5)));
                case "zip", "description" -> outputs.add(output(rest.split(" ", 3), part[0].equals("zip")));
                case "warning" -> warnings.add(rest);
                default -> throw new IllegalArgumentException(lines[i]);
            }
        }
        return new BuildState(settings, resolved, goodUntil, variables, inputs, outputs, warnings);
    }

    private static FileState input(String[] parts) {
        return new FileState(
                Path.of(parts[4]),
                FileState.Kind.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                orEmpty(parts[3]));
    }

    private static KeptOutput output(String[] parts, boolean isZip) {
        return new KeptOutput(parts[2], Long.parseLong(parts[0]), Long.parseLong(parts[1]), isZip);
    }

    private static void line(StringBuilder text, String... parts) {
        text.append(escaped(String.join(" ", parts))).append('\n');
    }

    private static String orDash(String value) {
        return value.isEmpty() ? EMPTY : value;
    }

    private static String orEmpty(String value) {
        return value.equals(EMPTY) ? "" : value;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char escape = text.charAt(++i);
                c = escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape;
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
