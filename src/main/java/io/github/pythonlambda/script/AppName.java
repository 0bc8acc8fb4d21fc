package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The object that a web server is to serve, such as {@code main:app}.
 *
 * @param text as it is written
 * @param module the module that is imported, with dots
 * @param attribute the object in it, if one is named
 */
public record AppName(String text, String module, Optional<String> attribute) {

    private static final Pattern NAME =
            Pattern.compile("(?:asgi:|wsgi:)?([A-Za-z_][\\w.]*):([A-Za-z_]\\w*)(?:\\.\\w+)*(?:\\(.*\\))?");
    private static final Pattern MODULE_ALONE = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w+)*");
    /** Options of servers that have no value, so that what follows them is no value either. */
    private static final Set<String> FLAGS = Set.of(
            "--reload",
            "--preload",
            "--factory",
            "--proxy-headers",
            "--no-proxy-headers",
            "--access-log",
            "--no-access-log",
            "--use-colors",
            "--no-use-colors",
            "--server-header",
            "--no-server-header",
            "--date-header",
            "--no-date-header",
            "--capture-output",
            "--reuse-port",
            "--no-sendfile",
            "--debug");
    /** Options with which a server looks for modules in other folders, or takes the name from elsewhere. */
    private static final List<String> ELSEWHERE =
            List.of("--app-dir", "--chdir", "--pythonpath", "--working-dir", "-c", "--config");

    /** Finds the name among a server's arguments, if it is certain which argument it is. */
    static Optional<AppName> of(Server server, Options options, Value flaskApp) {
        if (options.has(ELSEWHERE)) {
            return Optional.empty();
        }
        return switch (server) {
            case FLASK -> flask(options, flaskApp);
            case FASTAPI, STREAMLIT -> Optional.empty();
            default -> positional(server, options);
        };
    }

    private static Optional<AppName> flask(Options options, Value flaskApp) {
        List<Value> values = options.values(List.of("-A", "--app"));
        Value value = values.isEmpty() ? flaskApp : values.get(values.size() - 1);
        return value.known().flatMap(text -> parse(text.replaceFirst("\\.py$", ""), true));
    }

    private static Optional<AppName> positional(Server server, Options options) {
        List<AppName> names = new ArrayList<>();
        for (int i = 0; i < options.arguments().size(); i++) {
            Value argument = options.arguments().get(i);
            boolean mayBeValue = i > 0 && mayTakeValue(options.arguments().get(i - 1));
            if (!mayBeValue) {
                argument.known()
                        .flatMap(text -> parse(text, server == Server.GUNICORN))
                        .ifPresent(names::add);
            }
        }
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static boolean mayTakeValue(Value before) {
        String text = before.text();
        return text == null
                || text.startsWith("-") && !FLAGS.contains(text) && !text.contains("=") && !text.matches("-\\w.+");
    }

    private static Optional<AppName> parse(String text, boolean withoutAttribute) {
        Matcher name = NAME.matcher(text);
        if (name.matches()) {
            return Optional.of(new AppName(text, name.group(1), Optional.of(name.group(2))));
        }
        return withoutAttribute && MODULE_ALONE.matcher(text).matches()
                ? Optional.of(new AppName(text, text, Optional.empty()))
                : Optional.empty();
    }
}
