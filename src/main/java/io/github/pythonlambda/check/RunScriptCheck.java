package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rule {@code run-script}: the program that the Lambda Web Adapter is to start must be there and start with a shebang. */
public final class RunScriptCheck {

    private static final String RULE = "run-script";
    /** Linux skips blanks in front of the interpreter's path. */
    private static final Pattern SHEBANG = Pattern.compile("#![ \\t]*/");

    private static final String EXAMPLE = """
            #!/bin/bash
            export PYTHONPATH="/opt/python:${PYTHONPATH:-}"
            exec python -m uvicorn --port "${PORT:-8000}" main:app""";

    private RunScriptCheck() {}

    public static List<Finding> check(AppLayout app, Handler.Program handler) {
        Optional<ArchiveEntry> script = app.find(handler.value());
        if (script.isEmpty()) {
            return List.of(Finding.error(RULE, missing(app, handler)));
        }
        if (!(script.get().content() instanceof ArchiveEntry.Content.Generated generated)) {
            throw new IllegalArgumentException("the handler's program has to be normalised first");
        }
        String firstLine = new String(generated.bytes(), StandardCharsets.ISO_8859_1).split("\n", 2)[0];
        if (SHEBANG.matcher(firstLine).lookingAt() && firstLine.indexOf('\r') < 0) {
            return List.of();
        }
        return List.of(Finding.error(
                RULE,
                Problem.of(handler.value() + " does not start with a shebang, so Lambda cannot start it")
                        .at(app.folder().resolve(handler.value()))
                        .expected("a first line such as #!/bin/bash, in UTF-8")
                        .found(describe(firstLine))
                        .remedy("write the line; save the file as UTF-8")));
    }

    private static Problem missing(AppLayout app, Handler.Program handler) {
        return Problem.of("the app's folder has no " + handler.value() + ", which the Lambda Web Adapter starts")
                .at(app.folder().resolve(handler.value()))
                .expected(EXAMPLE)
                .remedy("create it; or, for a function without the adapter, name its handler by"
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
