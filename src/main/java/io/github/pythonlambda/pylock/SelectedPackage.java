package io.github.pythonlambda.pylock;

/**
 * A package that is to be installed, and from what.
 *
 * @param locked its entry in the lock
 * @param source the source that was chosen
 */
public record SelectedPackage(LockedPackage locked, InstallSource source) {}
