package io.github.pythonlambda.verify;

import io.github.pythonlambda.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exception of Python.
 *
 * @param type its class, without the module
 * @param message its text
 * @param name what an {@code ImportError} is about
 * @param path the file that an {@code ImportError} is about
 * @param files the files in which the traceback's calls stand
 * @param text the end of the traceback
 */
record Fault(
        String type,
        String message,
        @Nullable String name,
        @Nullable String path,
        List<String> files,
        List<String> text) {

    private static final Pattern LAST_LINE = Pattern.compile("([A-Z]\\w*(?:Error|Exception|Exit)): (.*)");
    private static final Pattern FRAME = Pattern.compile("\\s*File \"([^\"]+)\", line [0-9]+.*");
    private static final String START = "Traceback (most recent call last):";
    private static final Pattern NO_MODULE = Pattern.compile("No module named '?([\\w.]+)'?.*");

    Fault {
        files = List.copyOf(files);
        text = List.copyOf(text);
    }

    static Fault read(JsonValue node) {
        return new Fault(
                node.get("type").text(),
                node.get("message").text(),
                node.get("name").textOrNull(),
                node.get("path").textOrNull(),
                node.get("files").texts(),
                node.get("text").texts());
    }

    /** The end of a process, such as a crash in machine code, told like an exception. */
    static Fault ofProcess(String message, List<String> output) {
        return new Fault("Crash", message, null, null, List.of(), output);
    }

    /** The exception that a program printed when it ended; without a type if it printed none. */
    static Fault ofOutput(List<String> output) {
        List<String> files = List.of();
        List<String> frames = new ArrayList<>();
        String type = "";
        String message = "";
        for (String line : output) {
            Matcher frame = FRAME.matcher(line);
            Matcher last = LAST_LINE.matcher(line);
            if (line.contains(START)) {
                frames.clear();
            } else if (frame.matches()) {
                frames.add(frame.group(1));
            } else if (last.matches()) {
                files = List.copyOf(frames);
                type = last.group(1);
                message = last.group(2);
            } else if (line.contains(": No module named ")) {
                // What "python -m" prints.
                type = "ModuleNotFoundError";
                message = line.substring(line.indexOf("No module named "));
            }
        }
        Matcher missing = NO_MODULE.matcher(message);
        return new Fault(type, message, missing.matches() ? missing.group(1) : null, null, files, output);
    }

    /** Such as {@code ModuleNotFoundError: No module named 'x'}. */
    String sentence() {
        return message.isEmpty() ? type : type + ": " + message;
    }
}
