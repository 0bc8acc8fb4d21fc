package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that somebody may have meant by a pattern that matches none. */
public final class CloseNames {

    private static final int SHOWN = 3;
    /** A shorter piece is in too many names by chance. */
    private static final int TELLING_LENGTH = 3;

    private CloseNames() {}

    /** The closest names, closest first; none if none is close. */
    public static List<ProjectName> of(NamePattern pattern, Collection<ProjectName> names) {
        String literal = letters(pattern.literal());
        return names.stream()
                .distinct()
                .filter(name -> isClose(literal, letters(name.canonical())))
                .sorted(Comparator.comparingInt((ProjectName name) -> distance(literal, letters(name.canonical())))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** Where the hyphens are is what one remembers least. */
    private static String letters(String name) {
        return name.replace("-", "");
    }

    private static boolean isClose(String literal, String name) {
        return contains(name, literal)
                || contains(literal, name)
                || distance(literal, name) <= Math.max(1, literal.length() / 3);
    }

    private static boolean contains(String text, String piece) {
        return piece.length() >= TELLING_LENGTH && text.contains(piece);
    }

    /** How many characters have to be put in, taken out or replaced to make one text the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
