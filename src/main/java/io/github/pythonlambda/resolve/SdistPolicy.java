package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be built from source on this machine. Only wheels that run everywhere are accepted as a result, whatever may
 * be built.
 *
 * @param all whether everything may be built that could be pure Python
 * @param projects what may be built in any case
 */
public record SdistPolicy(boolean all, Set<ProjectName> projects) {

    /** Nothing is built. */
    public static final SdistPolicy REFUSE = new SdistPolicy(false, Set.of());

    private static final String REFUSE_WORD = "refuse";
    private static final String PURE_WORD = "pure";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

    public SdistPolicy {
        projects = Set.copyOf(projects);
    }

    /**
     * Reads the parameter.
     *
     * @param text {@code refuse}, {@code pure}, names of projects, or {@code pure} and names, with commas; {@code null}
     *     for the default, {@code refuse}
     */
    public static SdistPolicy parse(@Nullable String text) throws ProblemException {
        List<String> words = text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        boolean all = false;
        boolean refused = false;
        Set<ProjectName> projects = new TreeSet<>();
        for (String word : words) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case PURE_WORD -> all = true;
                case REFUSE_WORD -> refused = true;
                default -> {
                    if (!NAME.matcher(word).matches()) {
                        throw new ProblemException(misread(word));
                    }
                    projects.add(new ProjectName(word));
                }
            }
        }
        if (refused && words.size() > 1) {
            throw new ProblemException(misread(String.join(", ", words)));
        }
        return new SdistPolicy(all, projects);
    }

    private static Problem misread(String found) {
        return Problem.of("<sdists> says neither what may be built from source nor that nothing may be")
                .expected("refuse, pure, or names of projects with commas between them")
                .found(found)
                .remedy("correct <sdists> or -Dpython-lambda.sdists");
    }

    public boolean allows(ProjectName project) {
        return all || projects.contains(project);
    }

    /** Whether nothing may be built. */
    public boolean refusesAll() {
        return !all && projects.isEmpty();
    }
}
