package io.github.pythonlambda.requirements;

import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.packaging.PythonText;

/** A line of a requirements file that is neither empty nor a comment. */
public sealed interface RequirementsLine permits RequirementLine, OptionLine, NestedFile {

    Origin origin();

    /** The line as it stands in the file, joined, without comment, variables not expanded. May hold credentials. */
    String text();

    /** The same for people: credentials are hidden. */
    default String shown() {
        return Credentials.hide(PythonText.collapseSpace(text()));
    }

    /**
     * A form in which a file can be compared with an older one: lines with the same form ask pip for the same. Neither
     * comments, hashes nor credentials are in it; variables are expanded.
     */
    String canonical();
}
