package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.SdistFileName;

/**
 * A source distribution of a lock.
 *
 * @param fileName its name
 * @param file where it is, and its hashes
 */
public record LockedSdist(SdistFileName fileName, LockedFile file) implements InstallSource {}
