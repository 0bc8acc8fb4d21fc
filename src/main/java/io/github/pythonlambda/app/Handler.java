package io.github.pythonlambda.app;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Lambda starts. */
public sealed interface Handler {

    /** The value of the function's setting {@code Handler}. */
    String value();

    /**
     * A program in the app's folder that the Lambda Web Adapter starts, such as {@code run.sh}.
     *
     * @param value its path in the app's folder
     */
    record Program(String value) implements Handler {}

    /**
     * A Python function that Lambda's own runtime calls.
     *
     * @param value {@code module.function}; folders are separated by {@code /} or {@code .}
     * @param modulePath the module without its ending, {@code /} between its parts
     */
    record Function(String value, String modulePath) implements Handler {

        /** The files that usually hold the module. */
        public List<String> moduleFiles() {
            return List.of(modulePath + ".py", modulePath + "/__init__.py");
        }

        /** Whether a file holds the module, as source or compiled ({@code .pyc}, {@code .so}). */
        public boolean isModule(String path) {
            boolean compiled = path.endsWith(".pyc") || path.endsWith(".so");
            return moduleFiles().contains(path) || compiled && path.startsWith(modulePath + ".");
        }
    }

    /** What a web app starts with if nothing else is said. */
    String DEFAULT_PROGRAM = "run.sh";

    /**
     * Reads the parameter.
     *
     * @param text {@code module.function}, or the path of a program ending in {@code .sh}; {@code null} or blank means
     *     {@value #DEFAULT_PROGRAM}
     * @throws ProblemException if it is neither
     */
    static Handler parse(@Nullable String text) throws ProblemException {
        if (text == null || text.isBlank()) {
            return new Program(DEFAULT_PROGRAM);
        }
        String value = text.strip().replaceFirst("^(\\./)+", "");
        if (value.endsWith(".sh")) {
            return new Program(value);
        }
        Matcher function = Pattern.compile("((?:[\\w-]+[./])*[\\w-]+)\\.(\\w+)", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(value);
        if (!function.matches() || value.endsWith(".py")) {
            throw new ProblemException(Problem.of("the handler is neither a function nor a program")
                    .expected("module.function, such as main.handler, or the path of a program in the app's folder that"
                            + " ends in .sh, such as run.sh")
                    .found(value)
                    .remedy("correct <handler> or -Dpython-lambda.handler, or leave it out to start run.sh"));
        }
        return new Function(value, function.group(1).replace('.', '/'));
    }
}
