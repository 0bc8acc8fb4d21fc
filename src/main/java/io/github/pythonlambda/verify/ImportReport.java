package io.github.pythonlambda.verify;

import java.util.List;
import java.util.Set;

/**
 * How imports went.
 *
 * @param standardLibrary the names of the modules that this version of Python has or may have
 * @param prefix where the interpreter's own files are
 * @param outcomes in the order of the plan
 * @param times how long the modules of each package took
 */
record ImportReport(Set<String> standardLibrary, String prefix, List<ModuleOutcome> outcomes, ImportTimes times) {
    ImportReport {
        standardLibrary = Set.copyOf(standardLibrary);
        outcomes = List.copyOf(outcomes);
    }
}
