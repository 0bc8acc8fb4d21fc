package io.github.pythonlambda.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Finds processes by a variable of their environment, from Linux's {@code /proc}; elsewhere none is found. */
final class ProcessVariables {

    private static final Path PROC = Path.of("/proc");

    private ProcessVariables() {}

    /** The processes of this user that have a variable with a value, also those whose parent has ended. */
    static List<ProcessHandle> having(String name, String value) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return List.of();
        }
        String wanted = name + "=" + value;
        return ProcessHandle.allProcesses()
                .filter(process -> variables(process.pid()).contains(wanted))
                .toList();
    }

    private static List<String> variables(long process) {
        try {
            byte[] content =
                    Files.readAllBytes(PROC.resolve(Long.toString(process)).resolve("environ"));
            return Arrays.asList(new String(content, StandardCharsets.ISO_8859_1).split("\0"));
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return List.of();
        }
    }
}
