package io.github.pythonlambda.packaging;

import io.github.pythonlambda.packaging.MarkerOperand.Literal;
import io.github.pythonlambda.packaging.MarkerOperand.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One comparison of a marker, such as {@code python_version < "3.11"}.
 *
 * @param left what stands before the operator
 * @param operator such as {@code <} or {@code not in}
 * @param right what stands behind it
 */
public record MarkerComparison(MarkerOperand left, String operator, MarkerOperand right) implements MarkerExpression {

    /** The variables that are versions, which PEP 440 compares; all others are texts. */
    private static final Set<String> VERSIONS =
            Set.of("implementation_version", "platform_release", "python_full_version", "python_version");

    /** The variable it asks for; empty if both sides are texts. */
    public Optional<String> variable() {
        if (left instanceof Variable variable) {
            return Optional.of(variable.text());
        }
        return right instanceof Variable variable ? Optional.of(variable.text()) : Optional.empty();
    }

    /**
     * In words, with the value in an environment: {@code python_version < "3.11", here 3.13}.
     *
     * @param environment where it did not hold
     */
    public String explain(MarkerEnvironment environment) {
        return variable()
                .map(name -> this + ", here " + environment.describe(name))
                .orElse(toString());
    }

    @Override
    public boolean holds(MarkerEnvironment environment, String extra) throws PackagingSyntaxException {
        if (left instanceof Variable variable) {
            if (MarkerEnvironment.SETS.contains(variable.text())) {
                throw undefined(variable + " is a set, which can stand behind 'in' and 'not in' only");
            }
            // A variable on both sides: like packaging, the right one is taken for a text.
            return compare(variable.text(), environment.value(variable.text(), extra), right.text());
        }
        if (right instanceof Literal) {
            throw undefined("neither side is a variable");
        }
        String name = right.text();
        return MarkerEnvironment.SETS.contains(name)
                ? compare(left.text(), environment.set(name))
                : compare(name, left.text(), environment.value(name, extra));
    }

    private boolean compare(String variable, String leftValue, String rightValue) throws PackagingSyntaxException {
        if (VERSIONS.contains(variable)) {
            Optional<Specifier> specifier = specifier(operator + rightValue);
            if (specifier.isPresent()) {
                return specifier.get().contains(leftValue);
            }
        }
        return switch (operator) {
            case "in" -> rightValue.contains(leftValue);
            case "not in" -> !rightValue.contains(leftValue);
            case "==", "<=", ">=" -> leftValue.equals(rightValue);
            case "!=" -> !leftValue.equals(rightValue);
            case "<", ">" -> false;
            default -> throw undefined("'" + operator + "' compares versions only");
        };
    }

    /** Of all comparisons, only membership can hold between a text and a set. */
    private boolean compare(String value, Set<String> set) throws PackagingSyntaxException {
        return switch (operator) {
            case "in" -> set.contains(value);
            case "not in" -> !set.contains(value);
            case "!=" -> true;
            case "==", "<=", ">=", "<", ">" -> false;
            default -> throw undefined("'" + operator + "' compares versions only");
        };
    }

    private static Optional<Specifier> specifier(String text) {
        try {
            return Optional.of(Specifier.parse(text));
        } catch (PackagingSyntaxException e) {
            return Optional.empty();
        }
    }

    private PackagingSyntaxException undefined(String why) {
        return new PackagingSyntaxException("the marker cannot be evaluated, " + why + ": " + this);
    }

    @Override
    public List<MarkerComparison> comparisons() {
        return List.of(this);
    }

    @Override
    public String toString() {
        return left + " " + operator + " " + right;
    }
}
