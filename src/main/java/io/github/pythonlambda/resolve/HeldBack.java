package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import java.util.Optional;

/**
 * A package of which the requirements would allow a newer release that the target cannot have.
 *
 * @param name the project
 * @param chosen the release that was resolved
 * @param newer the newest release that the requirements allow
 * @param reason why the target cannot have it, in words, such as {@code needs glibc 2.27}
 * @param runtime a runtime that could have it on the same architecture, such as {@code python3.13}
 */
public record HeldBack(ProjectName name, Version chosen, Version newer, String reason, Optional<String> runtime) {

    /** In words, such as {@code pillow 12.2.0; 12.3.0 needs glibc 2.27, python3.13 has it}. */
    @Override
    public String toString() {
        return name + " " + chosen + "; " + newer + " " + reason
                + runtime.map(other -> ", " + other + " has it").orElse("");
    }
}
