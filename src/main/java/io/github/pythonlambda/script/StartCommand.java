package io.github.pythonlambda.script;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts a web app, from which its script is written.
 *
 * @param text the command, on one line
 */
public record StartCommand(String text) {

    /** Where the adapter looks for the app: it reads the same variables in the same order. */
    private static final String PORT = "${AWS_LWA_PORT:-${PORT:-8080}}";

    private static final Set<Server> WITH_SUBCOMMAND = Set.of(Server.FLASK, Server.FASTAPI, Server.STREAMLIT);

    /**
     * Reads the parameter.
     *
     * @param text {@code null} or blank for none; may have several lines
     * @throws ProblemException if it is more than one simple command
     */
    public static Optional<StartCommand> parse(@Nullable String text) throws ProblemException {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        StartCommand command = new StartCommand(text.strip().replaceAll("(?:[ \\t]*\\\\)?\\s*\\R\\s*", " "));
        command.simpleCommand();
        return Optional.of(command);
    }

    /**
     * Writes the script.
     *
     * @param sources the app's files, among which the app is looked for if a framework's name is all that is written
     * @throws ProblemException if it does not say what to start
     */
    public String script(LambdaRuntime runtime, AppSources sources) throws ProblemException, IOException {
        boolean sdkOnPath = runtime.sdkDirectory().contains("site-packages");
        String path = sdkOnPath
                ? "/opt/python${PYTHONPATH:+:$PYTHONPATH}"
                : "/opt/python:${PYTHONPATH:+$PYTHONPATH:}$LAMBDA_RUNTIME_DIR";
        Command command = simpleCommand();
        String assignments =
                text.substring(command.offset(), command.words().get(0).start());
        return """
                #!/bin/bash
                # Written from <startCommand> by python-lambda-maven-plugin.
                export PYTHONPATH="%s"
                %sexec %s
                """.formatted(path, assignments, expanded(program(command), sources));
    }

    private Command simpleCommand() throws ProblemException {
        try {
            List<Command> commands = ShellParser.commands(text);
            if (commands.size() == 1 && !program(commands.get(0)).isEmpty()) {
                return commands.get(0);
            }
            throw new ProblemException(notSimple("more than one command, or none"));
        } catch (UnclearScriptException e) {
            throw new ProblemException(notSimple(e.getMessage()));
        }
    }

    /** The program and its arguments, without an {@code exec} of the user's own. */
    private static List<Word> program(Command command) {
        List<Word> words = command.words();
        return command.name().equals("exec") ? words.subList(1, words.size()) : words;
    }

    private Problem notSimple(String what) {
        return Problem.of("the start command is not one simple command: " + what)
                .expected("a program and its arguments, such as: uvicorn main:app")
                .found(text)
                .remedy(
                        "correct <startCommand> or -Dpython-lambda.startCommand; or write the script run.sh in the app's"
                                + " folder");
    }

    private String expanded(List<Word> words, AppSources sources) throws ProblemException, IOException {
        String program = words.get(0).literal().orElse("");
        List<String> arguments = new ArrayList<>(words.stream()
                .skip(1)
                .map(word -> text.substring(word.start(), word.end()))
                .toList());
        Optional<Framework> framework = Framework.of(program, arguments);
        if (framework.isPresent() && !framework.get().isNamed(arguments)) {
            arguments.add(0, quoted(framework.get().findApp(sources)));
        }
        Optional<Server> server = framework.map(Framework::server).or(() -> Server.byCommand(program));
        if (server.isEmpty()) {
            return text.substring(
                    words.get(0).start(), words.get(words.size() - 1).end());
        }
        return "python -m " + server.get().module() + " " + String.join(" ", withPort(server.get(), arguments));
    }

    /** The parentheses of a call mean something to a shell. */
    private static String quoted(String app) {
        return app.endsWith(")") ? "'" + app + "'" : app;
    }

    private static List<String> withPort(Server server, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        boolean subcommand = WITH_SUBCOMMAND.contains(server);
        if (subcommand && !all.contains("run")) {
            all.add(server == Server.FLASK ? all.size() : 0, "run");
        }
        boolean named = Stream.of(server.portOptions(), server.addressOptions())
                .flatMap(List::stream)
                .anyMatch(option -> all.stream().anyMatch(argument -> isOption(argument, option)));
        if (!named) {
            boolean byPort = !server.portOptions().isEmpty();
            List<String> options = byPort ? server.portOptions() : server.addressOptions();
            List<String> port =
                    List.of(options.get(options.size() - 1), (byPort ? "\"" : "\"127.0.0.1:") + PORT + "\"");
            // A subcommand's options stand behind it.
            all.addAll(subcommand ? all.size() : 0, port);
        }
        return all;
    }

    private static boolean isOption(String argument, String option) {
        boolean isShort = option.length() == 2;
        return argument.equals(option) || argument.startsWith(option + "=") || isShort && argument.startsWith(option);
    }
}
