package io.github.pythonlambda.requirements;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.PythonText;
import io.github.pythonlambda.packaging.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line that asks for something, or limits its version.
 *
 * @param requirement as pip gets it: expanded, without options; may hold credentials
 * @param withoutSecrets the same without users and passwords, and with digests instead of queries
 * @param editable whether it follows {@code -e}
 * @param constraint whether it only limits what others ask for
 * @param options those that belong to it; pip ignores the others
 * @param reference what it names by a path or a URL, if it does
 */
public record RequirementLine(
        Origin origin,
        String text,
        String requirement,
        String withoutSecrets,
        boolean editable,
        boolean constraint,
        List<LineOption> options,
        Optional<Reference> reference)
        implements RequirementsLine {

    public RequirementLine {
        options = List.copyOf(options);
    }

    /** Empty if it is a path or a URL without a name, or no valid requirement, which pip will tell. */
    public Optional<Requirement> parsed() {
        return parse(requirement);
    }

    /** Each as {@code algorithm:digest}, in the file's order. */
    public List<String> hashes() {
        return options.stream()
                .filter(option -> option.name() == OptionName.HASH)
                .map(LineOption::value)
                .toList();
    }

    @Override
    public String canonical() {
        return (constraint ? "-c " : "")
                + (editable ? "-e " : "")
                + parse(withoutSecrets)
                        .map(RequirementLine::canonical)
                        .orElseGet(() -> PythonText.collapseSpace(withoutSecrets));
    }

    private static String canonical(Requirement requirement) {
        String extras = requirement.extras().stream().sorted().collect(Collectors.joining(","));
        return requirement.name().canonical()
                + (extras.isEmpty() ? "" : "[" + extras + "]")
                + requirement.specifiers()
                + requirement.url().map(url -> " @ " + url).orElse("")
                + requirement.marker().map(marker -> " ; " + marker).orElse("");
    }

    private static Optional<Requirement> parse(String text) {
        try {
            return Optional.of(Requirement.parse(PythonText.strip(text)));
        } catch (PackagingSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Safe to show. */
    @Override
    public String toString() {
        return origin + ": " + shown();
    }
}
