package io.github.pythonlambda.packaging;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a version specifier (PEP 440, "Version specifiers"), such as {@code >=1.2} or {@code ==2.*}. Two clauses
 * are equal if they say the same: {@code ==1.0} and {@code == 1.0.0} do.
 */
public final class Specifier {

    private static final Pattern FORM = Pattern.compile(
            "(===|~=|==|!=|<=|>=|<|>)[" + PythonText.SPACE + "]*+([^" + PythonText.SPACE + "]*+)",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final String PREFIX_END = ".*";

    private final Operator operator;
    private final String text;
    private final @Nullable Version version;

    /** How a clause compares. */
    public enum Operator {
        COMPATIBLE("~="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        BELOW("<"),
        ABOVE(">"),
        /** The same text, whatever it means ("Arbitrary equality"). */
        IDENTICAL("===");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        private static Operator of(String symbol) {
            for (Operator operator : values()) {
                if (operator.symbol.equals(symbol)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(symbol);
        }

        @Override
        public String toString() {
            return symbol;
        }
    }

    private Specifier(Operator operator, String text, @Nullable Version version) {
        this.operator = operator;
        this.text = text;
        this.version = version;
    }

    /**
     * Reads one clause.
     *
     * @throws PackagingSyntaxException if it is none; the message says why
     */
    public static Specifier parse(String clause) throws PackagingSyntaxException {
        Matcher matcher = FORM.matcher(PythonText.strip(clause));
        if (!matcher.matches()) {
            throw new PackagingSyntaxException("not a version specifier such as '>=1.2' (PEP 440): '" + clause + "'");
        }
        Operator operator = Operator.of(matcher.group(1));
        String text = matcher.group(2);
        return new Specifier(operator, text, version(operator, text, clause));
    }

    private static @Nullable Version version(Operator operator, String text, String clause)
            throws PackagingSyntaxException {
        return switch (operator) {
            case IDENTICAL -> {
                if (text.indexOf(';') >= 0 || text.indexOf(')') >= 0) {
                    throw new PackagingSyntaxException("neither ';' nor ')' can stand in '" + clause + "'");
                }
                yield null;
            }
            case EQUAL, NOT_EQUAL -> text.endsWith(PREFIX_END) ? prefix(text, clause) : parse(text, clause);
            default -> withoutLocal(operator, text, clause);
        };
    }

    private static Version parse(String text, String clause) throws PackagingSyntaxException {
        try {
            return Version.parse(text);
        } catch (PackagingSyntaxException e) {
            throw new PackagingSyntaxException(e.getMessage() + " in '" + clause + "'");
        }
    }

    private static Version prefix(String text, String clause) throws PackagingSyntaxException {
        Version prefix = parse(text.substring(0, text.length() - PREFIX_END.length()), clause);
        if (!prefix.isRelease()) {
            throw new PackagingSyntaxException("only numbers can stand before '.*': '" + clause + "'");
        }
        return prefix;
    }

    private static Version withoutLocal(Operator operator, String text, String clause) throws PackagingSyntaxException {
        if (text.endsWith(PREFIX_END)) {
            throw new PackagingSyntaxException("'.*' goes with == and != only: '" + clause + "'");
        }
        Version version = parse(text, clause);
        if (!version.local().isEmpty()) {
            throw new PackagingSyntaxException("a local version, '+...', goes with == and != only: '" + clause + "'");
        }
        if (operator == Operator.COMPATIBLE && version.release().size() < 2) {
            throw new PackagingSyntaxException("~= needs two numbers at least, as in ~=1.4: '" + clause + "'");
        }
        return version;
    }

    public Operator operator() {
        return operator;
    }

    /** What stands behind the operator, as it is. */
    public String text() {
        return text;
    }

    /** Whether it names a version that is not yet final, and so admits others like it; {@code !=} names none. */
    boolean namesPrerelease() {
        if (operator == Operator.NOT_EQUAL || isPrefix()) {
            return false;
        }
        Version named = operator == Operator.IDENTICAL ? SpelledVersion.of(text).version() : version;
        return named != null && named.isPrerelease();
    }

    /** Whether a version is within the clause. Pre-releases are treated as all others. */
    public boolean contains(Version candidate) {
        return contains(SpelledVersion.of(candidate));
    }

    /** The same for a text as it is spelled, which counts for {@code ===}; all else wants a version. */
    public boolean contains(String candidate) {
        return contains(SpelledVersion.of(candidate));
    }

    boolean contains(SpelledVersion candidate) {
        if (version == null) {
            return candidate.text().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
        }
        Version given = candidate.version();
        return given != null && matches(given, version);
    }

    private boolean matches(Version given, Version named) {
        return switch (operator) {
            case EQUAL -> isEqual(given, named);
            case NOT_EQUAL -> !isEqual(given, named);
            case AT_LEAST -> given.compareTo(named) >= 0;
            case AT_MOST -> given.withoutLocal().compareTo(named) <= 0;
            case ABOVE -> isAbove(given.withoutLocal(), named);
            case BELOW -> given.compareTo(named.isPrerelease() ? named : named.firstDev()) < 0;
            case COMPATIBLE ->
                given.compareTo(named) >= 0 && given.startsWith(named.epoch(), allButLast(named.release()));
            case IDENTICAL -> throw new IllegalStateException("=== names no version");
        };
    }

    private boolean isEqual(Version given, Version named) {
        if (isPrefix()) {
            return given.startsWith(named.epoch(), named.release());
        }
        return named.equals(named.local().isEmpty() ? given.withoutLocal() : given);
    }

    /** A post-release is not above what it is a post-release of, unless a post-release is asked for. */
    private static boolean isAbove(Version given, Version named) {
        return given.compareTo(named) > 0
                && (named.isPostrelease() || !given.withoutPost().equals(named));
    }

    private boolean isPrefix() {
        return operator != Operator.IDENTICAL && text.endsWith(PREFIX_END);
    }

    private static List<BigInteger> allButLast(List<BigInteger> release) {
        return release.subList(0, release.size() - 1);
    }

    /** What is the same for equal clauses. The number of zeros counts behind {@code ~=}. */
    private String canonicalText() {
        if (version == null || isPrefix()) {
            return text;
        }
        return (operator == Operator.COMPATIBLE ? version : version.withoutTrailingZeros()).toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Specifier specifier
                && operator == specifier.operator
                && canonicalText().equals(specifier.canonicalText());
    }

    @Override
    public int hashCode() {
        return Objects.hash(operator, canonicalText());
    }

    /** The clause without blanks; the version is as it was spelled. */
    @Override
    public String toString() {
        return operator + text;
    }
}
