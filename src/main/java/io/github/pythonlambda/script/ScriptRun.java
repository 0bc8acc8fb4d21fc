package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** Follows a script's commands to the program in which it ends. */
final class ScriptRun {

    /** Built-ins after which variables, folders or the script's course are not what they seem. */
    private static final Set<String> UNFOLLOWED = Set.of(
            "eval",
            "source",
            ".",
            "alias",
            "unalias",
            "read",
            "mapfile",
            "readarray",
            "declare",
            "typeset",
            "local",
            "exit",
            "return",
            "break",
            "continue",
            "shift",
            "pushd",
            "popd",
            "getopts",
            "command",
            "builtin",
            "wait",
            "let",
            "hash",
            "enable",
            "shopt");
    /** Built-ins that change what later commands see. */
    private static final Set<String> CHANGING = Set.of("export", "readonly", "unset", "cd", "exec", "set");

    /** {@code $(dirname "$0")} and {@code ${0%/*}}, the folder of the script, in their usual forms. */
    private static final Pattern OWN_FOLDER =
            Pattern.compile("\\$\\( *dirname +(?:-- +)?\"?\\$\\{?(?:0|BASH_SOURCE(?:\\[0])?)}?\"? *\\)|\\$\\{0%/\\*}");

    private final Variables variables;
    private final String scriptFolder;
    private Optional<String> folder = Optional.of("");

    ScriptRun(Map<String, String> environment, String scriptFolder) {
        this.variables = new Variables(environment);
        this.scriptFolder = scriptFolder;
    }

    /**
     * Follows the commands.
     *
     * @param line tells an offset's line
     * @return the program in which they end
     */
    Launch run(List<Command> commands, IntUnaryOperator line) throws UnclearScriptException {
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            boolean last = i == commands.size() - 1;
            boolean certain = isCertain(commands, i);
            if (UNFOLLOWED.contains(command.name())) {
                throw new UnclearScriptException(command.offset(), "'" + command.name() + "'");
            }
            boolean ends =
                    last || command.name().equals("exec") && command.words().size() > 1;
            if (ends) {
                boolean reached = certain || last && command.before().equals("&&");
                if (!reached || command.isPiped()) {
                    throw new UnclearScriptException(command.offset(), "a program that may not be the last");
                }
                return launch(command, line.applyAsInt(command.offset()));
            }
            follow(command, certain);
        }
        throw new UnclearScriptException(0, "no command");
    }

    /** Whether a command runs in any case: not if what stands before its {@code &&} may fail. */
    private static boolean isCertain(List<Command> commands, int index) {
        for (int i = index; i > 0 && !commands.get(i).before().equals(";"); i--) {
            boolean mayBeLeftOut = !commands.get(i).before().equals("&&") || !isChange(commands.get(i - 1));
            if (mayBeLeftOut) {
                return false;
            }
        }
        return true;
    }

    private static boolean isChange(Command command) {
        return command.words().isEmpty() || CHANGING.contains(command.name());
    }

    private void follow(Command command, boolean certain) throws UnclearScriptException {
        if (command.isPiped()) {
            return;
        }
        if (command.words().isEmpty()) {
            command.assignments().forEach(assignment -> set(assignment, certain));
            return;
        }
        switch (command.name()) {
            case "export", "readonly" -> {
                for (Word word : command.words().subList(1, command.words().size())) {
                    Optional<Command.Assignment> assignment = Command.assignment(word);
                    boolean plainName = word.literal().orElse("").matches("-p|[A-Za-z_]\\w*");
                    if (assignment.isEmpty() && !plainName) {
                        throw new UnclearScriptException(word.start(), "'export' of what is not known");
                    }
                    assignment.ifPresent(value -> set(value, certain));
                }
            }
            case "unset" -> {
                for (Word word : command.words().subList(1, command.words().size())) {
                    variables.set(word.literal().orElse(""), certain ? Value.of("") : Value.UNKNOWN);
                }
            }
            case "cd" -> changeFolder(command, certain);
            default -> {
                // Other programs change nothing that is followed here.
            }
        }
    }

    private void set(Command.Assignment assignment, boolean certain) {
        if (certain) {
            variables.set(assignment);
        } else {
            variables.set(assignment.name(), Value.UNKNOWN);
        }
    }

    private void changeFolder(Command command, boolean certain) {
        List<Word> arguments = command.words().stream()
                .skip(1)
                .filter(word -> !word.literal().orElse("").equals("--"))
                .toList();
        folder = certain && arguments.size() == 1 ? folder(arguments.get(0)) : Optional.empty();
    }

    private Optional<String> folder(Word word) {
        List<Word.Part> parts = word.parts().stream()
                .filter(part -> !(part instanceof Word.Part.Literal literal
                        && literal.text().isEmpty()))
                .toList();
        if (parts.size() == 1
                && parts.get(0) instanceof Word.Part.Opaque opaque
                && OWN_FOLDER.matcher(opaque.text()).matches()) {
            return Optional.of(scriptFolder);
        }
        return variables.valueOf(word).known().flatMap(path -> AppPath.resolve(folder, path));
    }

    private Launch launch(Command command, int line) throws UnclearScriptException {
        Variables own = variables.copy();
        command.assignments().forEach(own::set);
        List<Word> words = new ArrayList<>(command.words());
        boolean exec = command.name().equals("exec");
        if (exec) {
            words.remove(0);
        }
        if (!words.isEmpty()
                && Set.of("env", "/usr/bin/env").contains(words.get(0).literal().orElse(""))) {
            words.remove(0);
            while (!words.isEmpty() && Command.assignment(words.get(0)).isPresent()) {
                own.set(Command.assignment(words.remove(0)).get());
            }
        }
        if (words.isEmpty() || words.get(0).literal().orElse("-").startsWith("-")) {
            throw new UnclearScriptException(command.offset(), "a program whose name is not known");
        }
        return new Launch(
                words.stream().map(own::valueOf).toList(),
                exec,
                line,
                folder,
                own.get("PATH"),
                own.get("PYTHONPATH"),
                own.get("FLASK_APP"));
    }
}
