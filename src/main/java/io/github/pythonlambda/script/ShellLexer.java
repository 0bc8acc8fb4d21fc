package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script into tokens, by the rules of POSIX, "Token Recognition" and "Quoting". */
final class ShellLexer {

    private static final Pattern OPERATOR = Pattern.compile("&&|\\|\\||;;|<<<|<<-?|&>>|&>|>>|>&|<&|>\\||<>|[;&|()<>]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern BRACED = Pattern.compile("\\{([A-Za-z_]\\w*)(:[-=+])?");
    /** What a shell, out of quotes, puts file names, a home or several words in the place of. */
    private static final String EXPANDED = "*?[~{}";

    /** Parameters that are no variables: arguments, and what the shell says of itself. */
    private static final String SPECIAL = "@*#?-$!0123456789";

    private final String text;
    private int position;

    private ShellLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws UnclearScriptException {
        return new ShellLexer(text).all();
    }

    private List<Token> all() throws UnclearScriptException {
        List<Token> tokens = new ArrayList<>();
        while (position < text.length()) {
            char c = text.charAt(position);
            Matcher operator = OPERATOR.matcher(text).region(position, text.length());
            if (c == ' ' || c == '\t') {
                position++;
            } else if (text.startsWith("\\\n", position)) {
                position += 2;
            } else if (c == '\n') {
                tokens.add(new Token.Operator(";", position++));
            } else if (c == '#') {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (operator.lookingAt()) {
                tokens.add(new Token.Operator(operator.group(), position));
                position = operator.end();
            } else {
                tokens.add(new Token.Text(word()));
            }
        }
        return tokens;
    }

    private Word word() throws UnclearScriptException {
        int start = position;
        Parts parts = new Parts();
        while (position < text.length() && " \t\n;&|()<>".indexOf(text.charAt(position)) < 0) {
            char c = text.charAt(position);
            switch (c) {
                case '\'' -> {
                    int end = text.indexOf('\'', position + 1);
                    if (end < 0) {
                        throw new UnclearScriptException(position, "a quote that is not closed");
                    }
                    parts.add(text.substring(position + 1, end));
                    position = end + 1;
                }
                case '"' -> quoted(parts);
                case '\\' -> escaped(parts);
                case '$', '`' -> substitution(parts, false);
                default -> {
                    if (EXPANDED.indexOf(c) >= 0) {
                        parts.add(new Word.Part.Opaque(String.valueOf(c)));
                    } else {
                        parts.add(String.valueOf(c));
                    }
                    position++;
                }
            }
        }
        return new Word(parts.list(), start, position);
    }

    private void escaped(Parts parts) throws UnclearScriptException {
        if (position + 1 == text.length()) {
            throw new UnclearScriptException(position, "a backslash at the end of the file");
        }
        if (text.charAt(position + 1) != '\n') {
            parts.add(text.substring(position + 1, position + 2));
        }
        position += 2;
    }

    private void quoted(Parts parts) throws UnclearScriptException {
        int start = position++;
        parts.add("");
        while (position < text.length() && text.charAt(position) != '"') {
            char c = text.charAt(position);
            if (c == '\\' && position + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(position + 1)) >= 0) {
                escaped(parts);
            } else if (c == '$' || c == '`') {
                substitution(parts, true);
            } else {
                parts.add(String.valueOf(c));
                position++;
            }
        }
        if (position == text.length()) {
            throw new UnclearScriptException(start, "a quote that is not closed");
        }
        position++;
    }

    private void substitution(Parts parts, boolean quoted) throws UnclearScriptException {
        int start = position;
        Matcher name = NAME.matcher(text).region(start + 1, text.length());
        if (text.charAt(start) == '`') {
            parts.add(opaque(start, '`', '`'));
        } else if (text.startsWith("$(", start)) {
            position++;
            parts.add(opaque(start, '(', ')'));
        } else if (text.startsWith("${", start)) {
            position++;
            braced(parts, start, quoted);
        } else if (name.lookingAt()) {
            parts.add(new Word.Part.Variable(name.group(), Word.Use.PLAIN, List.of(), quoted));
            position = name.end();
        } else if (!quoted && start + 1 < text.length() && "'\"".indexOf(text.charAt(start + 1)) >= 0) {
            throw new UnclearScriptException(start, "quotes of bash alone");
        } else if (start + 1 < text.length() && SPECIAL.indexOf(text.charAt(start + 1)) >= 0) {
            position = start + 2;
            parts.add(new Word.Part.Opaque(text.substring(start, position)));
        } else {
            position = start + 1;
            parts.add("$");
        }
    }

    private void braced(Parts parts, int start, boolean quoted) throws UnclearScriptException {
        Matcher matcher = BRACED.matcher(text).region(position, text.length());
        if (matcher.lookingAt()) {
            boolean plain = matcher.group(2) == null && text.startsWith("}", matcher.end());
            if (plain) {
                position = matcher.end() + 1;
                parts.add(new Word.Part.Variable(matcher.group(1), Word.Use.PLAIN, List.of(), quoted));
                return;
            }
            if (matcher.group(2) != null) {
                position = matcher.end();
                Word.Use use = matcher.group(2).equals(":+") ? Word.Use.ONLY_IF_NOT_EMPTY : Word.Use.UNLESS_EMPTY;
                parts.add(new Word.Part.Variable(matcher.group(1), use, alternative(start, quoted), quoted));
                return;
            }
        }
        parts.add(opaque(start, '{', '}'));
    }

    private List<Word.Part> alternative(int start, boolean quoted) throws UnclearScriptException {
        Parts parts = new Parts();
        while (position < text.length() && text.charAt(position) != '}') {
            char c = text.charAt(position);
            if (c == '\\') {
                escaped(parts);
            } else if (c == '"') {
                quoted(parts);
            } else if (c == '\'' && !quoted) {
                throw new UnclearScriptException(position, "quotes in a variable's default");
            } else if (c == '$' || c == '`') {
                substitution(parts, quoted);
            } else {
                parts.add(String.valueOf(c));
                position++;
            }
        }
        if (position == text.length()) {
            throw new UnclearScriptException(start, "a brace that is not closed");
        }
        position++;
        return parts.list();
    }

    /** Goes to the end of something nested, over quoted text in commands. */
    private Word.Part.Opaque opaque(int start, char open, char close) throws UnclearScriptException {
        int depth = 1;
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '\'' || c == '"') {
                int end = open == '(' ? text.indexOf(c, position) : -1;
                if (end < 0) {
                    throw new UnclearScriptException(start, "quotes in a substitution");
                }
                position = end + 1;
            } else if (c == close) {
                depth--;
            } else if (c == open) {
                depth++;
            }
            if (depth == 0) {
                return new Word.Part.Opaque(text.substring(start, position));
            }
        }
        throw new UnclearScriptException(start, "a substitution that is not closed");
    }

    /** Parts of a word, with neighbouring text joined. */
    private static final class Parts {

        private final List<Word.Part> parts = new ArrayList<>();

        void add(String literal) {
            int last = parts.size() - 1;
            if (last >= 0 && parts.get(last) instanceof Word.Part.Literal before) {
                parts.set(last, new Word.Part.Literal(before.text() + literal));
            } else {
                parts.add(new Word.Part.Literal(literal));
            }
        }

        void add(Word.Part part) {
            parts.add(part);
        }

        List<Word.Part> list() {
            return parts;
        }
    }
}
