package io.github.pythonlambda.requirements;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A requirements file with all that it includes.
 *
 * @param path the file, as it was named
 * @param lines in the order in which pip takes them: those of a nested file follow the line that names it
 * @param files all local files that were read, the file itself first, each once
 * @param variables all that the lines name, by name
 */
public record RequirementsFile(
        Path path, List<RequirementsLine> lines, List<ReadFile> files, List<UsedVariable> variables) {

    public RequirementsFile {
        lines = List.copyOf(lines);
        files = List.copyOf(files);
        variables = List.copyOf(variables);
    }

    /** The lines that ask for something or limit its version. */
    public List<RequirementLine> requirements() {
        return linesOf(RequirementLine.class).toList();
    }

    /** The lines that name other files. */
    public List<NestedFile> nestedFiles() {
        return linesOf(NestedFile.class).toList();
    }

    /** The lines of options for the whole resolution. */
    public List<OptionLine> options() {
        return linesOf(OptionLine.class).toList();
    }

    /** What requirements and options refer to, each once. Nested files are not among them. */
    public List<Reference> references() {
        return Stream.concat(
                        requirements().stream().flatMap(line -> line.reference().stream()),
                        options().stream().flatMap(line -> line.references().stream()))
                .distinct()
                .toList();
    }

    /** Nested files that were not read, because they have to be downloaded. */
    public List<NestedFile> remoteFiles() {
        return nestedFiles().stream()
                .filter(file -> file.reference() instanceof Reference.RemoteUrl)
                .toList();
    }

    private <T extends RequirementsLine> Stream<T> linesOf(Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }
}
