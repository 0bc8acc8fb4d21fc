package io.github.pythonlambda.requirements;

import io.github.pythonlambda.archive.Sha256;
import java.util.Optional;

/**
 * An environment variable that a requirements file names.
 *
 * @param sha256 of its value in UTF-8; empty if it is not set or empty, which pip treats alike
 */
public record UsedVariable(String name, Optional<Sha256> sha256) {}
