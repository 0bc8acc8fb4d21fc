package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Printable;
import java.util.Collection;

/** A list for a message: some of it, and how many more there are. */
final class Shown {

    private static final int MOST = 5;

    private Shown() {}

    static String some(Collection<String> texts) {
        String more = texts.size() > MOST ? " and %d more".formatted(texts.size() - MOST) : "";
        return String.join(", ", texts.stream().limit(MOST).map(Printable::of).toList()) + more;
    }
}
