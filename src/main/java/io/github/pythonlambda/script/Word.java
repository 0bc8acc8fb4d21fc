package io.github.pythonlambda.script;

import java.util.List;
import java.util.Optional;

/**
 * A word of a command as it is written; what it becomes depends on the variables.
 *
 * @param parts what it is put together from
 * @param start where it begins in the script
 * @param end where it ends
 */
record Word(List<Part> parts, int start, int end) {

    /** A part of a word. */
    sealed interface Part {

        /** Text that stays as it is. */
        record Literal(String text) implements Part {}

        /**
         * A variable, such as {@code $PORT} or {@code ${PORT:-8000}}.
         *
         * @param alternative what stands after the operator, if there is one
         * @param quoted whether it is in double quotes, so that its value stays one word
         */
        record Variable(String name, Use use, List<Part> alternative, boolean quoted) implements Part {
            public Variable {
                alternative = List.copyOf(alternative);
            }
        }

        /** Anything else that a shell puts something in the place of. */
        record Opaque(String text) implements Part {}
    }

    /** How a variable is used. */
    enum Use {
        PLAIN,
        /** {@code ${X:-alternative}}, and {@code :=}. */
        UNLESS_EMPTY,
        /** {@code ${X:+alternative}}. */
        ONLY_IF_NOT_EMPTY
    }

    Word {
        parts = List.copyOf(parts);
    }

    /** The text, if no part of it depends on anything. */
    Optional<String> literal() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (!(part instanceof Part.Literal literal)) {
                return Optional.empty();
            }
            text.append(literal.text());
        }
        return Optional.of(text.toString());
    }
}
