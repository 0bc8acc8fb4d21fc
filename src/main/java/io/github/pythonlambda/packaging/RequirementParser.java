package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recursive descent parser of dependency specifiers (PEP 508, "Grammar"):
 *
 * <pre>
 * requirement = name [extras] ("@" url [blank marker] | [clauses | "(" clauses ")"] [marker])
 * extras      = "[" [name ("," name)*] "]"
 * clauses     = [clause ("," clause)* [","]]
 * marker      = ";" (see {@link MarkerParser})
 * </pre>
 */
final class RequirementParser {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?");
    private static final Pattern URL = Pattern.compile("[^ \\t]+");
    /** Behind {@code ===} everything but these ends is one text; a comma in it is a matter of the specifier set. */
    private static final Pattern CLAUSE = Pattern.compile(
            "===[" + PythonText.SPACE + "]*+[^" + PythonText.SPACE + ";)]*+" + "|(?:~=|==|!=|<=|>=|<|>)["
                    + PythonText.SPACE + "]*+[^" + PythonText.SPACE + ",;)]*+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final TextCursor cursor;

    RequirementParser(String text) {
        cursor = new TextCursor(text);
    }

    Requirement parse() throws PackagingSyntaxException {
        cursor.skipBlanks();
        String name = cursor.take(NAME).orElseThrow(() -> cursor.expected("the name of a project"));
        cursor.skipBlanks();
        List<String> extras = extras();
        cursor.skipBlanks();
        String url = cursor.take('@') ? url() : null;
        SpecifierSet specifiers = url == null ? specifiers() : new SpecifierSet(List.of());
        Marker marker = cursor.atEnd() ? null : marker(url);
        return new Requirement(name, extras, specifiers, url, marker);
    }

    private List<String> extras() throws PackagingSyntaxException {
        List<String> extras = new ArrayList<>();
        if (!cursor.take('[')) {
            return extras;
        }
        cursor.skipBlanks();
        if (cursor.take(']')) {
            return extras;
        }
        do {
            cursor.skipBlanks();
            extras.add(cursor.take(NAME).orElseThrow(() -> cursor.expected("the name of an extra")));
            cursor.skipBlanks();
        } while (cursor.take(','));
        cursor.expect(']', "',' or ']' after an extra");
        return extras;
    }

    private String url() throws PackagingSyntaxException {
        cursor.skipBlanks();
        String url = cursor.take(URL).orElseThrow(() -> cursor.expected("a URL after '@'"));
        cursor.skipBlanks();
        return url;
    }

    private SpecifierSet specifiers() throws PackagingSyntaxException {
        boolean inParentheses = cursor.take('(');
        StringBuilder clauses = new StringBuilder();
        cursor.skipBlanks();
        Optional<String> clause = cursor.take(CLAUSE);
        while (clause.isPresent()) {
            clauses.append(clause.get());
            cursor.skipBlanks();
            if (!cursor.take(',')) {
                break;
            }
            clauses.append(',');
            cursor.skipBlanks();
            clause = cursor.take(CLAUSE);
        }
        if (inParentheses) {
            cursor.expect(')', "',' or ')' after a version");
            cursor.skipBlanks();
        }
        return SpecifierSet.parse(clauses.toString());
    }

    private Marker marker(@Nullable String url) throws PackagingSyntaxException {
        cursor.expect(
                ';',
                url == null
                        ? "a version such as '>=1.2', or ';' before a marker"
                        : "a blank and ';' before a marker, or the end after the URL");
        Marker marker = new MarkerParser(cursor).parse();
        cursor.expectEnd("'and', 'or' or the end of the marker");
        return marker;
    }
}
