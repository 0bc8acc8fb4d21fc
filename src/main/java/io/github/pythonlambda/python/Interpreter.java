package io.github.pythonlambda.python;

/**
 * A Python interpreter that starts.
 *
 * @param executable a path, or a command name to be found on the PATH
 * @param version its Python version, such as {@code 3.14.3}
 * @param origin where it comes from, in words, for the log
 * @param embedded whether it is the one that comes with the plugin
 */
public record Interpreter(String executable, String version, String origin, boolean embedded) {}
