package io.github.pythonlambda.packaging;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An environment marker (PEP 508): says where a requirement counts, such as {@code python_version < "3.11"}. Two markers
 * are equal if their texts are, but for blanks, quotes and needless parentheses.
 */
public final class Marker {

    /** What {@code extra} is where none is asked for. */
    private static final Set<String> NO_EXTRA = Set.of("");

    private final MarkerExpression expression;

    Marker(MarkerExpression expression) {
        this.expression = expression;
    }

    /**
     * Reads a marker, also one with the names of variables that setuptools and PEP 345 used.
     *
     * @throws PackagingSyntaxException if it is none; the message says where
     */
    public static Marker parse(String text) throws PackagingSyntaxException {
        TextCursor cursor = new TextCursor(text);
        Marker marker = new MarkerParser(cursor).parse();
        cursor.expectEnd("'and', 'or' or the end of the marker");
        return marker;
    }

    /**
     * Whether the marker holds. With several extras it does if it holds with one of them as {@code extra}, as pip has it.
     *
     * @throws PackagingSyntaxException if the marker compares what cannot be compared, such as {@code os_name ~= "posix"};
     *     the standard leaves it to the evaluation to refuse that
     */
    public boolean evaluate(MarkerEnvironment environment) throws PackagingSyntaxException {
        boolean holds = false;
        for (String extra : environment.extras().isEmpty() ? NO_EXTRA : environment.extras()) {
            holds |= expression.holds(environment, extra);
        }
        return holds;
    }

    /** All its comparisons, in the order of the text. */
    public List<MarkerComparison> comparisons() {
        return expression.comparisons();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Marker marker && expression.equals(marker.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** The marker with one blank between its parts, in double quotes, with today's names of variables. */
    @Override
    public String toString() {
        return expression.toString();
    }
}
