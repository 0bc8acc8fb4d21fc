package io.github.pythonlambda.packaging;

/** One side of a comparison in a marker. */
public sealed interface MarkerOperand {

    /** The name or the value, as a text. */
    String text();

    /**
     * A variable of the environment.
     *
     * @param text its name
     */
    record Variable(String text) implements MarkerOperand {

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A text in quotes.
     *
     * @param text what stands between them
     */
    record Literal(String text) implements MarkerOperand {

        /** In double quotes, or in single ones if it has double ones in itself. */
        @Override
        public String toString() {
            if (!text.contains("\"")) {
                return '"' + text + '"';
            }
            return "'" + text.replace("'", "\\x27") + "'";
        }
    }
}
