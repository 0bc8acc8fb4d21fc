package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts tokens together to simple commands. Whatever is more than a list of those is unclear. */
final class ShellParser {

    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "case",
            "esac",
            "for",
            "select",
            "while",
            "until",
            "do",
            "done",
            "in",
            "function",
            "time",
            "coproc",
            "{",
            "}",
            "!",
            "[[");
    private static final Set<String> BETWEEN = Set.of(";", "&&", "||", "|");

    private final List<Command> commands = new ArrayList<>();
    private List<Command.Assignment> assignments = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private int offset;
    private String before = ";";

    private ShellParser() {}

    static List<Command> commands(String script) throws UnclearScriptException {
        return new ShellParser().read(ShellLexer.tokens(script), script);
    }

    private List<Command> read(List<Token> tokens, String script) throws UnclearScriptException {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Text text) {
                add(text.word(), script);
                continue;
            }
            Token.Operator operator = (Token.Operator) tokens.get(i);
            if (BETWEEN.contains(operator.text())) {
                end(operator);
            } else if (isRedirection(operator)) {
                i++;
                if (i == tokens.size() || !(tokens.get(i) instanceof Token.Text)) {
                    throw new UnclearScriptException(operator.offset(), "a redirection to nowhere");
                }
                dropFileDescriptor(operator);
            } else {
                throw new UnclearScriptException(operator.offset(), "'" + operator.text() + "'");
            }
        }
        end(new Token.Operator(";", script.length()));
        return commands;
    }

    private void add(Word word, String script) throws UnclearScriptException {
        if (assignments.isEmpty() && words.isEmpty()) {
            offset = word.start();
        }
        String written = script.substring(word.start(), word.end());
        if (words.isEmpty() && RESERVED.contains(written)) {
            throw new UnclearScriptException(word.start(), "'" + written + "'");
        }
        Optional<Command.Assignment> assignment = words.isEmpty() ? Command.assignment(word) : Optional.empty();
        if (assignment.isPresent()) {
            assignments.add(assignment.get());
        } else {
            words.add(word);
        }
    }

    /** Ends a command. A line may end after {@code &&}, and there may be empty ones. */
    private void end(Token.Operator operator) throws UnclearScriptException {
        if (assignments.isEmpty() && words.isEmpty()) {
            if (!operator.text().equals(";")) {
                throw new UnclearScriptException(operator.offset(), "'" + operator.text() + "'");
            }
            return;
        }
        commands.add(
                new Command(assignments, words, offset, before, operator.text().equals("|")));
        assignments = new ArrayList<>();
        words = new ArrayList<>();
        before = operator.text();
    }

    private static boolean isRedirection(Token.Operator operator) {
        // A here-document needs what follows to be read by other rules.
        return (operator.text().contains("<") || operator.text().contains(">"))
                && !operator.text().startsWith("<<");
    }

    /** In {@code 2>&1} the number in front belongs to the redirection. */
    private void dropFileDescriptor(Token.Operator operator) {
        int last = words.size() - 1;
        boolean number = last >= 0
                && words.get(last).end() == operator.offset()
                && words.get(last).literal().orElse("").matches("\\d+");
        if (number) {
            words.remove(last);
        }
    }
}
