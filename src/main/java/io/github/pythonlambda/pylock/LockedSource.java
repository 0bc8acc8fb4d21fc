package io.github.pythonlambda.pylock;

/** Where a locked package comes from: files of an index, or one of the direct sources. A package has exactly one. */
public sealed interface LockedSource permits Distributions, DirectSource {}
