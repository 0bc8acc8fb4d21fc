package io.github.pythonlambda.requirements;

import io.github.pythonlambda.problem.ProblemException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads requirements files as pip does, and whatever local files they include. */
public final class RequirementsReader {

    private final Path directory;
    private final Function<String, @Nullable String> environment;

    /**
     * Reads for a pip with this directory and environment.
     *
     * @param directory pip's working directory, from which the paths count that do not count from their file
     * @param environment the value of a variable, or null; {@code System::getenv} is one
     */
    public RequirementsReader(Path directory, Function<String, @Nullable String> environment) {
        this.directory = directory.toAbsolutePath().normalize();
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if a file cannot be read or decoded, if one includes itself, or if pip would not take a
     *     line; all such places are told. Whether what stands in front of the options is a requirement is pip's to say.
     */
    public RequirementsFile read(Path file) throws ProblemException {
        return new Reading(new References(directory), new Variables(environment), directory).read(file);
    }
}
