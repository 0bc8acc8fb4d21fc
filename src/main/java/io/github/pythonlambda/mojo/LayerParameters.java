package io.github.pythonlambda.mojo;

import io.github.pythonlambda.build.LayerFolders;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the parameter on layers that take packages by their names one value. */
final class LayerParameters {

    private static final String WHERE = "<layers> or -Dpython-lambda.layers";

    private final List<String> folders;
    private final List<Problem> problems = new ArrayList<>();

    /** @param folders the names of the layers that are there by themselves */
    LayerParameters(List<String> folders) {
        this.folders = folders;
    }

    /** @throws ProblemException with all that is wrong, not the first alone */
    LayerSplit split(@Nullable List<LayerParameter> parameters) throws ProblemException {
        List<LayerSplit.Part> parts = new ArrayList<>();
        for (LayerParameter parameter : parameters == null ? List.<LayerParameter>of() : parameters) {
            // Maven makes one of an empty property, too.
            if (!parameter.isBlank()) {
                parts.add(part(parameter, parts));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new LayerSplit(parts);
    }

    private LayerSplit.Part part(LayerParameter parameter, List<LayerSplit.Part> before) {
        checkName(parameter, before.stream().map(LayerSplit.Part::name).toList());
        if (parameter.includes().isEmpty()) {
            problems.add(Problem.of("layer '%s' includes no package".formatted(parameter.name()))
                    .at(WHERE)
                    .expected("<includes> with an <include> for each name of a package, or * for all; as a property"
                            + " name=numpy:pandas")
                    .remedy("add <includes>, or remove the <layer>"));
        }
        return new LayerSplit.Part(
                parameter.name(),
                patterns(parameter, "include", parameter.includes()),
                patterns(parameter, "exclude", parameter.excludes()));
    }

    private void checkName(LayerParameter parameter, List<String> before) {
        String name = parameter.name();
        if (name.isEmpty()) {
            problems.add(Problem.of("a layer has no name")
                    .at(WHERE)
                    .found(parameter.toString())
                    .remedy("give the <layer> a <name>, which becomes the name of its zip"));
        } else if (!LayerFolders.isName(name)) {
            problems.add(Problem.of("a layer cannot have this name")
                    .at(WHERE)
                    .expected("letters, digits, - and _, 100 at most")
                    .found("'" + name + "'")
                    .remedy("correct the <name>"));
        } else if (before.stream().anyMatch(name::equalsIgnoreCase)) {
            problems.add(Problem.of("two layers have the name '%s'".formatted(name))
                    .at(WHERE)
                    .remedy("put the patterns of both into one <layer>, or rename one of them"));
        } else if (folders.stream().anyMatch(name::equalsIgnoreCase)) {
            problems.add(
                    Problem.of("the layer '%s' is there already: it has its own folder or requirements".formatted(name))
                            .at(WHERE)
                            .expected("another name than " + String.join(", ", folders))
                            .remedy("rename the <layer>, or the folder"));
        }
    }

    private List<NamePattern> patterns(LayerParameter parameter, String element, List<String> texts) {
        List<NamePattern> patterns = new ArrayList<>();
        for (String text : texts) {
            Optional<NamePattern> pattern = NamePattern.parse(text);
            pattern.ifPresentOrElse(
                    patterns::add,
                    () -> problems.add(Problem.of("layer '%s' has an <%s> that no package's name can match"
                                    .formatted(parameter.name(), element))
                            .at(WHERE)
                            .expected("the name of one package, without version and extras; * stands for any"
                                    + " characters, ? for one")
                            .found("'" + text + "'")
                            .remedy("correct it; several names need an <%s> each".formatted(element))));
        }
        return patterns;
    }
}
