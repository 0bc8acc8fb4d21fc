package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simple command.
 *
 * @param assignments the variables set in front of it, or all that there is
 * @param words the program and its arguments
 * @param offset where it begins in the script
 * @param before the operator between it and the command before: {@code ;}, {@code &&}, {@code ||} or {@code |}
 * @param piped whether its output goes to a next command
 */
record Command(List<Assignment> assignments, List<Word> words, int offset, String before, boolean piped) {

    /**
     * A variable that is set.
     *
     * @param append whether the value is added to the one that is there ({@code +=})
     */
    record Assignment(String name, boolean append, List<Word.Part> value) {
        Assignment {
            value = List.copyOf(value);
        }
    }

    Command {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
    }

    /** The program or built-in, if its name is plain text. */
    String name() {
        return words.isEmpty() ? "" : words.get(0).literal().orElse("");
    }

    boolean isPiped() {
        return piped || before.equals("|");
    }

    /** The first part of {@code NAME=value} makes the rest a value. */
    static Optional<Assignment> assignment(Word word) {
        if (word.parts().isEmpty() || !(word.parts().get(0) instanceof Word.Part.Literal first)) {
            return Optional.empty();
        }
        int equals = first.text().indexOf('=');
        boolean append = equals > 0 && first.text().charAt(equals - 1) == '+';
        String name = first.text().substring(0, Math.max(0, append ? equals - 1 : equals));
        if (!name.matches("[A-Za-z_]\\w*")) {
            return Optional.empty();
        }
        List<Word.Part> value = new ArrayList<>(word.parts());
        value.set(0, new Word.Part.Literal(first.text().substring(equals + 1)));
        return Optional.of(new Assignment(name, append, value));
    }
}
