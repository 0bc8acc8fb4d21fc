package io.github.pythonlambda.build;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.MarkerEnvironment;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Requirement;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.requirements.LineOption;
import io.github.pythonlambda.requirements.OptionLine;
import io.github.pythonlambda.requirements.OptionName;
import io.github.pythonlambda.requirements.Reference;
import io.github.pythonlambda.requirements.RequirementLine;
import io.github.pythonlambda.requirements.RequirementsFile;
import io.github.pythonlambda.requirements.RequirementsLine;
import io.github.pythonlambda.target.Target;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references of requirements files that lead nowhere. pip would tell the wrong path, or what to build; and it would
 * ask an index for each project again and again under an address with the name of a variable in it, and go on without.
 */
final class ReferenceCheck {

    private static final Set<OptionName> INDEXES =
            Set.of(OptionName.INDEX_URL, OptionName.EXTRA_INDEX_URL, OptionName.FIND_LINKS);
    /** A variable that is not set stays as it is. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z0-9_]+)}");

    private final Target target;

    ReferenceCheck(Target target) {
        this.target = target;
    }

    /** @throws ProblemException with all that is found */
    void check(Collection<RequirementsFile> files) throws ProblemException {
        Set<Problem> problems = new LinkedHashSet<>();
        for (RequirementsFile file : files) {
            for (RequirementsLine line : file.lines()) {
                if (line instanceof OptionLine options) {
                    problems.addAll(unsetVariables(options));
                } else if (line instanceof RequirementLine requirement) {
                    missingPath(requirement).ifPresent(problems::add);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(List.copyOf(problems));
        }
    }

    private static List<Problem> unsetVariables(OptionLine line) {
        List<Problem> problems = new ArrayList<>();
        for (LineOption option : line.options()) {
            Matcher variable = VARIABLE.matcher(option.value());
            if (INDEXES.contains(option.name()) && variable.find()) {
                problems.add(Problem.of("the variable %s is not set, which the address of an index needs"
                                .formatted(variable.group("name")))
                        .at(line.origin())
                        .found(line.shown())
                        .remedy("set the environment variable %s for the build, or remove the line"
                                .formatted(variable.group("name"))));
            }
        }
        return problems;
    }

    private Optional<Problem> missingPath(RequirementLine line) {
        if (line.constraint()
                || !(line.reference().orElse(null) instanceof Reference.LocalPath local)
                || Files.exists(local.path())
                || !applies(line)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of("a requirement names a file or folder that does not exist")
                .at(line.origin())
                .expected(local.path().toString())
                .found(line.shown())
                .remedy(line.parsed()
                        .map(Requirement::name)
                        .map(ReferenceCheck::remedy)
                        .orElse("correct the path, which counts from the folder of the file it stands in")));
    }

    private static String remedy(ProjectName name) {
        return "require a release, such as %s==1.0, in place of the path; 'pip list --format=freeze' writes it so, while"
                        .formatted(name)
                + " 'pip freeze' writes where conda has built it. Or correct the path";
    }

    /** A line whose marker is false is nothing to pip; one that cannot be read is left to it. */
    private boolean applies(RequirementLine line) {
        Optional<Requirement> parsed = line.parsed();
        if (parsed.isEmpty()) {
            return !line.requirement().contains(";");
        }
        Optional<Marker> marker = parsed.get().marker();
        try {
            return marker.isEmpty() || marker.get().evaluate(MarkerEnvironment.of(target.markerEnvironment()));
        } catch (PackagingSyntaxException e) {
            return false;
        }
    }
}
