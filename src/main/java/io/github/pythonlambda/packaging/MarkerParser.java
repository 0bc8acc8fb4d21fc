package io.github.pythonlambda.packaging;

import io.github.pythonlambda.packaging.MarkerOperand.Literal;
import io.github.pythonlambda.packaging.MarkerOperand.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A recursive descent parser of markers (PEP 508, "Environment Markers"):
 *
 * <pre>
 * or         = and ("or" and)*
 * and        = term ("and" term)*
 * term       = "(" or ")" | comparison
 * comparison = operand operator operand
 * operand    = variable | text in quotes
 * </pre>
 */
final class MarkerParser {

    /** More than anybody writes, and little enough for any stack. */
    private static final int DEEPEST = 100;

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern AND = Pattern.compile("and(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OR = Pattern.compile("or(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern IN = Pattern.compile("in(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NOT = Pattern.compile("not(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SYMBOL = Pattern.compile("===|==|~=|!=|<=|>=|<|>");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private final TextCursor cursor;
    private int depth;

    MarkerParser(TextCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a marker and the blanks around it; what follows is left to the caller. */
    Marker parse() throws PackagingSyntaxException {
        MarkerExpression expression = or();
        return new Marker(expression instanceof MarkerExpression.Group group ? group.inner() : expression);
    }

    private MarkerExpression or() throws PackagingSyntaxException {
        List<MarkerExpression> terms = new ArrayList<>();
        do {
            terms.add(and());
        } while (cursor.take(OR).isPresent());
        return terms.size() == 1 ? terms.get(0) : new MarkerExpression.Or(List.copyOf(terms));
    }

    private MarkerExpression and() throws PackagingSyntaxException {
        List<MarkerExpression> terms = new ArrayList<>();
        do {
            cursor.skipBlanks();
            terms.add(term());
            cursor.skipBlanks();
        } while (cursor.take(AND).isPresent());
        return terms.size() == 1 ? terms.get(0) : new MarkerExpression.And(List.copyOf(terms));
    }

    private MarkerExpression term() throws PackagingSyntaxException {
        if (!cursor.take('(')) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw cursor.failureAt(cursor.position(), "more than " + DEEPEST + " parentheses in each other");
        }
        MarkerExpression inner = or();
        cursor.expect(')', "'and', 'or' or ')'");
        depth--;
        boolean needsParentheses = inner instanceof MarkerExpression.And || inner instanceof MarkerExpression.Or;
        return needsParentheses ? new MarkerExpression.Group(inner) : inner;
    }

    private MarkerComparison comparison() throws PackagingSyntaxException {
        MarkerOperand left = operand();
        cursor.skipBlanks();
        String operator = operator();
        cursor.skipBlanks();
        MarkerOperand right = operand();
        return normalised(left, operator, right);
    }

    /** Names of extras and groups are compared in their normalised form (PEP 685, PEP 735). */
    private static MarkerComparison normalised(MarkerOperand left, String operator, MarkerOperand right) {
        if (right instanceof Literal literal && isVariable(left, Set.of(MarkerEnvironment.EXTRA))) {
            return new MarkerComparison(left, operator, normalised(literal));
        }
        if (left instanceof Literal literal && isVariable(right, MarkerEnvironment.NAMES)) {
            return new MarkerComparison(normalised(literal), operator, right);
        }
        return new MarkerComparison(left, operator, right);
    }

    private static boolean isVariable(MarkerOperand operand, Set<String> names) {
        return operand instanceof Variable && names.contains(operand.text());
    }

    private static Literal normalised(Literal name) {
        return new Literal(new ProjectName(name.text()).canonical());
    }

    private String operator() throws PackagingSyntaxException {
        Optional<String> symbol = cursor.take(SYMBOL);
        if (symbol.isPresent()) {
            return symbol.get();
        }
        if (cursor.take(IN).isPresent()) {
            return "in";
        }
        if (cursor.take(NOT).isPresent()) {
            if (!cursor.skipBlanks() || cursor.take(IN).isEmpty()) {
                throw cursor.expected("'in' after 'not'");
            }
            return "not in";
        }
        throw cursor.expected("one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }

    private MarkerOperand operand() throws PackagingSyntaxException {
        int start = cursor.position();
        Optional<String> quoted = cursor.take(QUOTED);
        if (quoted.isPresent()) {
            String text = quoted.get();
            Optional<String> value = StringLiteral.unescape(text.substring(1, text.length() - 1));
            return new Literal(
                    value.orElseThrow(() -> cursor.failureAt(start, "Python cannot read the text in quotes")));
        }
        Optional<String> word = cursor.take(WORD);
        Optional<String> variable = word.flatMap(MarkerEnvironment::variable);
        if (variable.isPresent()) {
            return new Variable(variable.get());
        }
        throw word.isPresent()
                ? cursor.failureAt(start, "the marker variable '" + word.get() + "' is not defined")
                : cursor.failureAt(start, "expected a marker variable or a text in quotes");
    }
}
