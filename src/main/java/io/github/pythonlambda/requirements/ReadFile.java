package io.github.pythonlambda.requirements;

import io.github.pythonlambda.archive.Sha256;
import java.nio.file.Path;

/**
 * A local file that was read.
 *
 * @param path absolute
 * @param sha256 of its bytes
 */
public record ReadFile(Path path, Sha256 sha256) {}
