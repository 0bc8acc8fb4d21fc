package io.github.pythonlambda.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds processes by a variable of their environment, from Linux's {@code /proc}; elsewhere none is found. */
final class ProcessVariables {

    private static final Path PROC = Path.of("/proc");
    private static final String END = "\0";

    private ProcessVariables() {}

    /** The processes of this user that have a variable with a value, also those whose parent has ended. */
    static List<ProcessHandle> having(String name, String value) {
        String wanted = END + name + "=" + value + END;
        List<ProcessHandle> found = new ArrayList<>();
        // Not ProcessHandle.allProcesses(): it reads more of each process than this needs.
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (variables(process).contains(wanted)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another system than Linux.
            return found;
        }
        return found;
    }

    /** All variables, each between two zero characters. */
    private static String variables(Path process) {
        try {
            return END + new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return "";
        }
    }
}
