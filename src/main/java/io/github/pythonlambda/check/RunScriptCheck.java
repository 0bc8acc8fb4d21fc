package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule {@code run-script}: the program that the Lambda Web Adapter is to start must be there and start with a shebang.
 * Without one it is started all the same, because the adapter's layer does it by the {@code exec} of bash, and bash takes
 * a text that Linux cannot start for a script of its own.
 */
public final class RunScriptCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT;
    /** Linux skips blanks in front of the interpreter's path. */
    private static final Pattern SHEBANG = Pattern.compile("#![ \\t]*/");

    private static final String EXAMPLE = """
            #!/bin/bash
            export PYTHONPATH="/opt/python:${PYTHONPATH:-}"
            exec python -m uvicorn --port "${PORT:-8080}" main:app""";

    private RunScriptCheck() {}

    public static List<Finding> check(AppLayout app, Handler.Program handler) {
        Optional<ArchiveEntry> script = app.find(handler.value());
        if (script.isEmpty()) {
            return List.of(Finding.error(RULE, missing(app, handler)));
        }
        if (!(script.get().content() instanceof ArchiveEntry.Content.Generated generated)) {
            throw new IllegalArgumentException("the handler's program has to be normalised first");
        }
        String text = new String(generated.bytes(), StandardCharsets.ISO_8859_1);
        String firstLine = text.split("\n", 2)[0];
        if (SHEBANG.matcher(firstLine).lookingAt() && firstLine.indexOf('\r') < 0) {
            return List.of();
        }
        boolean started = !text.isBlank()
                && !firstLine.startsWith("#!")
                && firstLine.indexOf('\r') < 0
                && firstLine.indexOf('\0') < 0;
        Problem problem = Problem.of(handler.value()
                        + (started
                                ? " does not start with a shebang, so only bash can start it, as the Lambda Web Adapter's"
                                        + " layer does"
                                : " does not start with a shebang, so Lambda cannot start it"))
                .at(app.locate(handler.value()))
                .expected("a first line such as #!/bin/bash, in UTF-8")
                .found(describe(firstLine))
                .remedy("write the line; save the file as UTF-8");
        return List.of(started ? Finding.warning(RULE, problem) : Finding.error(RULE, problem));
    }

    private static Problem missing(AppLayout app, Handler.Program handler) {
        return Problem.of("the app's folder has no " + handler.value() + ", which the Lambda Web Adapter starts")
                .at(app.locate(handler.value()))
                .expected(EXAMPLE)
                .remedy("create it; or have it written by <startCommand>uvicorn main:app</startCommand> or"
                        + " -Dpython-lambda.startCommand; or, for a function without the adapter, name its handler by"
                        + " <handler>module.function</handler> or -Dpython-lambda.handler");
    }

    private static String describe(String firstLine) {
        if (firstLine.isEmpty()) {
            return "an empty first line";
        }
        if (firstLine.indexOf('\0') >= 0) {
            return "a file in UTF-16";
        }
        return firstLine.indexOf('\r') >= 0 ? "lines that end in CR alone" : "'" + firstLine + "'";
    }
}
