package io.github.pythonlambda.python;

import java.util.List;

/**
 * A Python interpreter that starts.
 *
 * @param executable a path, or a command name to be found on the PATH
 * @param version its Python version, such as {@code 3.14.3}
 * @param origin where it comes from, in words, for the log
 * @param embedded whether it is the one that comes with the plugin
 */
public record Interpreter(String executable, String version, String origin, boolean embedded) {

    private static final List<String> LIBRARY_PATHS = List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

    /** Variables that it must not see: a library path of the user's may hold another libpython than the embedded one's. */
    public List<String> hiddenVariables() {
        return embedded ? LIBRARY_PATHS : List.of();
    }
}
