package io.github.pythonlambda.pylock;

/** A source that was required by its address instead of a name and a version. */
public sealed interface DirectSource extends LockedSource, InstallSource
        permits VcsSource, DirectorySource, ArchiveSource {}
