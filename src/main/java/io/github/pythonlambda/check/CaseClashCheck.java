package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rule {@code case-clash}: no two paths, of files or of folders, may differ in capitals alone, or in how an accent is
 * written. A warning: Linux keeps them apart, and so does Lambda; macOS and Windows, where somebody may unpack and try
 * the same zip, do not.
 */
public final class CaseClashCheck {

    private static final Rule RULE = Rule.CASE_CLASH;

    private CaseClashCheck() {}

    /**
     * Checks the paths of all that is unpacked to one folder.
     *
     * @param place where they are, in words
     */
    public static Optional<Finding> check(String place, Collection<String> paths) {
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        for (String path : paths) {
            int end = path.length();
            // From the inside out: a folder that has been seen has had its own folders looked at.
            while (end > 0
                    && spellings
                            .computeIfAbsent(onAnySystem(path.substring(0, end)), key -> new LinkedHashSet<>())
                            .add(path.substring(0, end))) {
                end = path.lastIndexOf('/', end - 1);
            }
        }
        Set<String> outermost = new LinkedHashSet<>();
        spellings.forEach((key, same) -> {
            boolean isInside = key.indexOf('/') >= 0
                    && spellings.get(key.substring(0, key.lastIndexOf('/'))).size() > 1;
            if (same.size() > 1 && !isInside) {
                outermost.add(String.join(" and ", same));
            }
        });
        List<String> found = outermost.stream().sorted().toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        RULE,
                        Problem.of("paths differ in capitals or accents only")
                                .at(place)
                                .found(Shown.some(found))
                                .remedy("rename what is yours; else do not unpack the zips on macOS or Windows")));
    }

    private static String onAnySystem(String path) {
        boolean ascii = path.chars().allMatch(character -> character < 128);
        return (ascii ? path : Normalizer.normalize(path, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    }
}
