package io.github.pythonlambda.verify;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A package in a layer, as its metadata describe it.
 *
 * @param name its project name
 * @param files of RECORD, from the folder that it is in
 * @param topLevel the names of {@code top_level.txt}; empty if there is no such file
 * @param systems the operating systems of its classifiers
 */
record Distribution(ProjectName name, List<String> files, List<String> topLevel, List<String> systems) {

    private static final Pattern NATIVE = Pattern.compile(".*\\.so(\\.[0-9.]+)?");

    Distribution {
        files = List.copyOf(files);
        topLevel = List.copyOf(topLevel);
        systems = List.copyOf(systems);
    }

    /** Whether it has machine code for Linux. */
    boolean isNative() {
        return files.stream().anyMatch(file -> NATIVE.matcher(file).matches());
    }

    /** Whether it says of itself that it is for other operating systems than Linux. */
    boolean isForOtherSystems() {
        return !systems.isEmpty()
                && systems.stream()
                        .noneMatch(system -> system.contains("Independent")
                                || system.contains("Linux")
                                || system.contains("POSIX")
                                || system.contains("Unix"));
    }

    /** Whether a file of the layer is its own. */
    boolean owns(String pathInLayer) {
        return files.contains(pathInLayer);
    }
}
