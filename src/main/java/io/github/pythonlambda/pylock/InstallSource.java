package io.github.pythonlambda.pylock;

/** The one thing that a package is installed from. Only a wheel is ready to use; all others may have to be built. */
public sealed interface InstallSource permits LockedWheel, LockedSdist, DirectSource {}
