package io.github.pythonlambda.requirements;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.util.List;
import java.util.Objects;

/**
 * A line as it is compared with pip's.
 *
 * @param requirement empty for one of options
 * @param options as name and value
 * @param reference in words; empty if there is none
 */
record ReadLine(
        String file,
        int number,
        String requirement,
        boolean constraint,
        boolean editable,
        List<List<String>> options,
        String reference) {

    private static final String INVALID = "invalid";

    static ReadLine ofPip(JsonNode line) {
        return new ReadLine(
                line.get("file").textValue(),
                line.get("line").intValue(),
                line.path("requirement").asText(""),
                line.path("constraint").asBoolean(),
                line.path("editable").asBoolean(),
                line.get("options").isEmpty()
                        ? List.of()
                        : TestTable.members(line.get("options"))
                                .map(TestTable::texts)
                                .toList(),
                line.path("reference").asText(""));
    }

    static ReadLine of(RequirementsLine line) {
        String file = line.origin().file().toString();
        int number = line.origin().line();
        if (line instanceof RequirementLine requirement) {
            return new ReadLine(
                    file,
                    number,
                    requirement.requirement(),
                    requirement.constraint(),
                    requirement.editable(),
                    pairs(requirement.options()),
                    requirement.reference().map(ReadLine::words).orElse(""));
        }
        if (line instanceof OptionLine options) {
            return new ReadLine(file, number, "", false, false, pairs(options.options()), "");
        }
        throw new IllegalArgumentException(line.toString());
    }

    /** Whether pip cannot make a requirement of it. */
    boolean isInvalid() {
        return reference.equals(INVALID);
    }

    ReadLine invalid() {
        return new ReadLine(file, number, requirement, constraint, editable, options, INVALID);
    }

    private static List<List<String>> pairs(List<LineOption> options) {
        return options.stream()
                .map(option -> List.of(option.name().flag(), option.value()))
                .toList();
    }

    private static String words(Reference reference) {
        if (reference instanceof Reference.LocalPath local) {
            return "path " + local.path();
        }
        if (reference instanceof Reference.VcsUrl vcs) {
            return "vcs " + vcs.url().replaceFirst("#.*", "");
        }
        return "url "
                + ((Reference.RemoteUrl) Objects.requireNonNull(reference))
                        .url()
                        .replaceFirst("#.*", "");
    }
}
