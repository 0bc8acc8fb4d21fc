package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import java.util.List;

/**
 * What the indexes offer of a project, and why each file was or was not taken into consideration.
 *
 * @param project the project
 * @param files of its newest releases and of the chosen one, newest release first
 */
public record Candidates(ProjectName project, List<File> files) {

    public Candidates {
        files = List.copyOf(files);
    }

    /**
     * A file that an index offers.
     *
     * @param name its name
     * @param version its release
     * @param verdict whether the target can have it
     * @param allowed whether all requirements together allow its release
     * @param reason why the target cannot have it, in words; empty if it can
     */
    public record File(String name, Version version, Verdict verdict, boolean allowed, String reason) {}

    /** Whether a target can have a file. */
    public enum Verdict {
        FITS,
        TAG,
        REQUIRES_PYTHON,
        YANKED,
        SOURCE,
        UNREADABLE
    }
}
