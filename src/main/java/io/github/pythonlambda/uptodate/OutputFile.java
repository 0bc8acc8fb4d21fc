package io.github.pythonlambda.uptodate;

import java.nio.file.Path;

/**
 * A file that a build leaves.
 *
 * @param path where
 * @param isZip whether it is one of the packages, not a description
 */
public record OutputFile(Path path, boolean isZip) {}
