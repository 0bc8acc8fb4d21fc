package io.github.pythonlambda.script;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web framework whose name alone says how its app is started: by which server, and where the app is by convention.
 *
 * <p>The files are those that the framework's own command looks at: {@code fastapi run} and {@code flask run} (FastAPI CLI
 * and Flask documentation, Application Discovery), and {@code main.py} for Flask, the usual name on Lambda. Of Django it
 * is the module that {@code startproject} makes. Nothing is run, so the app's name is the one to which a module assigns
 * the framework's class, or the usual one.
 */
enum Framework {
    FASTAPI(
            "fastapi",
            Server.UVICORN,
            List.of("main.py", "app.py", "api.py", "app/main.py", "app/app.py", "app/api.py"),
            assignment("FastAPI")),
    FLASK("flask", Server.GUNICORN, List.of("wsgi.py", "app.py", "main.py", "app/__init__.py"), assignment("Flask")),
    DJANGO("django", Server.GUNICORN, List.of(), assignment("get_wsgi_application"));

    private static final Pattern APP_NAME = Pattern.compile("[A-Za-z_][\\w.]*(?::[A-Za-z_]\\w*)?");
    private static final Pattern WSGI_IN_FOLDER = Pattern.compile("(?:\\w+/)+wsgi\\.py");
    /** Flask's name for a function that makes the app, and the older one. */
    private static final Pattern FLASK_FACTORY = Pattern.compile("(?m)^def (create_app|make_app)\\(");

    private final String command;
    private final Server server;
    private final List<String> files;
    private final Pattern assignment;

    Framework(String command, Server server, List<String> files, Pattern assignment) {
        this.command = command;
        this.server = server;
        this.files = files;
        this.assignment = assignment;
    }

    /** {@code app = FastAPI(...)} at the left margin, with an annotation or a module's name in front of the class or not. */
    private static Pattern assignment(String maker) {
        return Pattern.compile("(?m)^([A-Za-z_]\\w*)[ \\t]*(?::[^=\\n]+)?=[ \\t]*(?:\\w+\\.)*" + maker + "\\(");
    }

    /**
     * The framework that a start command names, with its app or without: {@code flask}, {@code flask shop:app}. Anything
     * else, such as {@code flask run}, is a command line of the framework's own; Django has none by that name.
     */
    static Optional<Framework> of(String program, List<String> arguments) {
        return Arrays.stream(values())
                .filter(framework -> framework.command.equals(program))
                .filter(framework -> framework == DJANGO || arguments.isEmpty() || framework.isNamed(arguments))
                .findFirst();
    }

    /** Whether arguments begin with an app. A module of Django is enough, since the name in it is the same everywhere. */
    boolean isNamed(List<String> arguments) {
        return !arguments.isEmpty()
                && APP_NAME.matcher(arguments.get(0)).matches()
                && (this == DJANGO || arguments.get(0).contains(":"));
    }

    Server server() {
        return server;
    }

    /**
     * Finds the app.
     *
     * @param sources the app's folder
     * @return {@code module:name}, and for Django the module alone
     * @throws ProblemException if there is none of the files, or more than one Django project
     */
    String findApp(AppSources sources) throws ProblemException, IOException {
        return this == DJANGO ? djangoModule(sources) : conventionalApp(sources);
    }

    private String conventionalApp(AppSources sources) throws ProblemException, IOException {
        List<String> present = files.stream().filter(sources.paths()::contains).toList();
        for (String file : present) {
            Optional<String> name = nameIn(sources.text(file));
            if (name.isPresent()) {
                return module(file) + ":" + name.get();
            }
        }
        if (present.isEmpty()) {
            throw new ProblemException(Problem.of("it is not clear which %s app to start".formatted(command))
                    .expected("one of %s in the app's folder".formatted(String.join(", ", files)))
                    .found("none of them")
                    .remedy("name the module and the app in it: <startCommand>%s shop.web:app</startCommand>"
                            .formatted(command)));
        }
        return module(present.get(0)) + ":app";
    }

    private Optional<String> nameIn(String text) {
        Matcher instance = assignment.matcher(text);
        if (instance.find()) {
            return Optional.of(instance.group(1));
        }
        Matcher factory = FLASK_FACTORY.matcher(text);
        return this == FLASK && factory.find() ? Optional.of(factory.group(1) + "()") : Optional.empty();
    }

    private static String djangoModule(AppSources sources) throws ProblemException {
        List<String> modules = new ArrayList<>();
        for (String path : sources.paths()) {
            if (WSGI_IN_FOLDER.matcher(path).matches()) {
                modules.add(module(path));
            }
        }
        if (modules.size() != 1) {
            throw new ProblemException(Problem.of("it is not clear which Django project to start")
                    .expected("one file wsgi.py in a folder of the app")
                    .found(modules.isEmpty() ? "none" : String.join(", ", modules))
                    .remedy("name the module: <startCommand>django mysite.wsgi</startCommand>"));
        }
        return modules.get(0);
    }

    private static String module(String file) {
        return file.replaceFirst("(?:/__init__)?\\.py$", "").replace('/', '.');
    }
}
