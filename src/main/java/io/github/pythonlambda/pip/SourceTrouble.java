package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of sources why they are not built, or what is wrong with what was built. */
public final class SourceTrouble {

    private static final String ELSEWHERE =
            "build it once on a machine like the function's (or anywhere, if it is pure Python)"
                    + " with 'pip wheel', and put the wheel into the layer's folder";
    private static final Pattern NAMED = Pattern.compile("^([A-Za-z0-9][A-Za-z0-9._-]*)(?:[^(]*\\(.*\\))?$");

    private SourceTrouble() {}

    static Problem refused(PipRecord.Refused refused) {
        boolean option = refused.from().equals("--no-binary");
        return refused(
                refused.what(),
                option ? "a --no-binary option in a requirements file" : PipRecord.place(refused.from()),
                option ? "remove the --no-binary option" : ELSEWHERE);
    }

    /**
     * Says that the policy does not allow to build something.
     *
     * @param what the project, and in brackets what it would be built from
     * @param place where it is asked for
     */
    public static Problem refused(String what, Object place) {
        return refused(what, place, ELSEWHERE);
    }

    private static Problem refused(String what, Object place, String instead) {
        return Problem.of("%s would have to be built from source, for this machine instead of the function's"
                        .formatted(what))
                .at(place)
                .expected("a wheel: from an index, by its URL, or as a file in the layer's folder")
                .remedy(instead
                        + System.lineSeparator()
                        + "or, if it is pure Python, let it be built here: "
                        + nameOf(what).map(SourceTrouble::wayOut).orElseGet(SourceTrouble::wayOutOfUnnamed));
    }

    static Problem failed(PipRecord.FailedBuild failed) {
        if (failed.wheel() != null) {
            return Problem.of("%s was built from source, and the result does not run on every machine"
                            .formatted(failed.what()))
                    .at(PipRecord.place(failed.from()))
                    .expected("a wheel of pure Python, whose name ends in -py3-none-any.whl")
                    .found(failed.wheel())
                    .remedy("build it once on a machine like the function's with 'pip wheel', and put the wheel into"
                            + " the layer's folder; or require a release that has a wheel that fits");
        }
        return Problem.of(failed.what() + " cannot be built")
                .at(PipRecord.place(failed.from()))
                .found(BuildOutput.words(failed.output() == null ? List.of() : failed.output()))
                .remedy("correct the project; -X shows all that was printed. Or build the wheel elsewhere with 'pip"
                        + " wheel', and put it into the layer's folder");
    }

    /** The settings that let a project be built. */
    static String wayOut(String project) {
        return "<sdists>%s</sdists> or -Dpython-lambda.sdists=%s; pure in place of the name stands for everything"
                .formatted(project, project);
    }

    private static String wayOutOfUnnamed() {
        return "<sdists>pure</sdists> or -Dpython-lambda.sdists=pure; with names instead of pure, write the requirement"
                + " as 'name @ URL'";
    }

    private static Optional<String> nameOf(String what) {
        Matcher named = NAMED.matcher(what);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
