package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.WheelFileName;

/**
 * A wheel of a lock.
 *
 * @param fileName its name, which says what it fits
 * @param file where it is, and its hashes
 */
public record LockedWheel(WheelFileName fileName, LockedFile file) implements InstallSource {}
