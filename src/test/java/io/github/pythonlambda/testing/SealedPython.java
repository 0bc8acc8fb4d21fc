package io.github.pythonlambda.testing;

import io.github.pythonlambda.python.Interpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Interpreters that see no environment but the test's, and what the plugin sets on indexes: no {@code PIP_*} variable, no
 * {@code pip.conf}, no proxy and no home folder of whoever runs the tests.
 */
public final class SealedPython {

    private static final List<String> SET_BY_PLUGIN = List.of(
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "PIP_FIND_LINKS",
            "HTTPS_PROXY",
            "HTTP_PROXY",
            "NO_PROXY",
            "no_proxy");

    private SealedPython() {}

    /**
     * Seals an interpreter. Not possible on Windows, where it is given back as it is.
     *
     * @param folder where to write the program that starts it; becomes its home folder
     * @param variables its environment
     */
    public static Interpreter seal(Interpreter interpreter, Path folder, Map<String, String> variables) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return interpreter;
        }
        Map<String, String> environment = new TreeMap<>();
        environment.put("HOME", folder.toString());
        environment.put("PIP_CONFIG_FILE", "/dev/null");
        environment.put("PIP_NO_CACHE_DIR", "1");
        environment.putAll(variables);
        String assignments = environment.entrySet().stream()
                .map(variable -> "'" + variable.getKey() + "=" + variable.getValue() + "'")
                .collect(Collectors.joining(" "));
        // What whoever runs the tests has set themselves is told by its value.
        String forget = SET_BY_PLUGIN.stream()
                .filter(System.getenv()::containsKey)
                .map(name ->
                        "[ \"$" + name + "\" = '" + System.getenv(name).replace("'", "'\\''") + "' ] && unset " + name)
                .collect(Collectors.joining("\n"));
        String passOn = SET_BY_PLUGIN.stream()
                .map(name -> "${" + name + "+\"" + name + "=$" + name + "\"}")
                .collect(Collectors.joining(" "));
        String script = "#!/bin/sh\n" + forget + "\nexec env -i PATH=\"$PATH\" TMPDIR=\"${TMPDIR:-/tmp}\" "
                + assignments + " " + passOn + " '" + interpreter.executable() + "' \"$@\"\n";
        try {
            Path file = Files.createTempFile(folder, "python-", "");
            Files.writeString(file, script);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return new Interpreter(file.toString(), interpreter.version(), interpreter.origin(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
