package io.github.pythonlambda.script;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a program that starts a web app.
 *
 * @param text the whole content
 */
public record ShellScript(String text) {

    /** Linux skips blanks in front of the interpreter and between it and what is handed to it as one argument. */
    private static final Pattern SHEBANG = Pattern.compile("#![ \\t]*(/[^ \\t\\n]*)(?:[ \\t]+([^\\n]*))?");

    private static final Pattern SHELL = Pattern.compile("(?:ba|da)?sh");

    /**
     * The first line.
     *
     * @param interpreter the path of the program that reads the script
     * @param argument the rest of the line, which Linux hands over as one argument; may be empty
     */
    public record Shebang(String interpreter, String argument) {

        /** The program, or the one that {@code env} looks for. */
        public String program() {
            return interpreter.endsWith("/env")
                    ? argument.replaceFirst("^-S\\s+", "").split("\\s", 2)[0]
                    : interpreter;
        }
    }

    /** The first line, if Linux can start the script by it. */
    public Optional<Shebang> shebang() {
        Matcher matcher = SHEBANG.matcher(text);
        return matcher.lookingAt()
                ? Optional.of(new Shebang(
                        matcher.group(1),
                        Optional.ofNullable(matcher.group(2)).orElse("").stripTrailing()))
                : Optional.empty();
    }

    /** What is read of a script. */
    public sealed interface Reading {

        /** The script ends in a program. */
        record Started(Launch launch) implements Reading {}

        /**
         * What the script does is not certain.
         *
         * @param line where reading ended
         * @param what what is there
         */
        record Unclear(int line, String what) implements Reading {}
    }

    /**
     * Reads which program the script starts in the end, and with what.
     *
     * @param environment what is known of the function's environment
     * @param folder the script's folder in the app; empty for its root
     */
    public Reading read(Map<String, String> environment, String folder) {
        Optional<Shebang> shebang = shebang();
        // The adapter's layer starts it by bash, which reads a script without a shebang itself.
        String program = shebang.map(Shebang::program).orElse(text.startsWith("#!") ? "" : "bash");
        if (!SHELL.matcher(program.substring(program.lastIndexOf('/') + 1)).matches()) {
            return new Reading.Unclear(1, "no shell script");
        }
        try {
            Launch launch = new ScriptRun(environment, folder).run(ShellParser.commands(text), this::line);
            return new Reading.Started(launch);
        } catch (UnclearScriptException e) {
            return new Reading.Unclear(line(e.offset()), e.getMessage());
        }
    }

    private int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
