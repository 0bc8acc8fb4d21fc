package io.github.pythonlambda.packaging;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a marker. Every comparison is made, even where the result is known before, so that what cannot be compared
 * is refused on every machine alike.
 */
sealed interface MarkerExpression
        permits MarkerExpression.And, MarkerExpression.Or, MarkerExpression.Group, MarkerComparison {

    /**
     * Whether it holds.
     *
     * @param extra the value of {@code extra}
     */
    boolean holds(MarkerEnvironment environment, String extra) throws PackagingSyntaxException;

    List<MarkerComparison> comparisons();

    /** All have to hold; there are two at least. */
    record And(List<MarkerExpression> terms) implements MarkerExpression {

        @Override
        public boolean holds(MarkerEnvironment environment, String extra) throws PackagingSyntaxException {
            boolean holds = true;
            for (MarkerExpression term : terms) {
                holds &= term.holds(environment, extra);
            }
            return holds;
        }

        @Override
        public List<MarkerComparison> comparisons() {
            return comparisonsOf(terms);
        }

        @Override
        public String toString() {
            return join(terms, " and ");
        }
    }

    /** One has to hold; there are two at least. */
    record Or(List<MarkerExpression> terms) implements MarkerExpression {

        @Override
        public boolean holds(MarkerEnvironment environment, String extra) throws PackagingSyntaxException {
            boolean holds = false;
            for (MarkerExpression term : terms) {
                holds |= term.holds(environment, extra);
            }
            return holds;
        }

        @Override
        public List<MarkerComparison> comparisons() {
            return comparisonsOf(terms);
        }

        @Override
        public String toString() {
            return join(terms, " or ");
        }
    }

    /** Parentheses around an {@code and} or {@code or}, kept so that a marker is shown as its author wrote it. */
    record Group(MarkerExpression inner) implements MarkerExpression {

        @Override
        public boolean holds(MarkerEnvironment environment, String extra) throws PackagingSyntaxException {
            return inner.holds(environment, extra);
        }

        @Override
        public List<MarkerComparison> comparisons() {
            return inner.comparisons();
        }

        @Override
        public String toString() {
            return "(" + inner + ")";
        }
    }

    private static List<MarkerComparison> comparisonsOf(List<MarkerExpression> terms) {
        return terms.stream().flatMap(term -> term.comparisons().stream()).toList();
    }

    private static String join(List<MarkerExpression> terms, String word) {
        return terms.stream().map(MarkerExpression::toString).collect(Collectors.joining(word));
    }
}
