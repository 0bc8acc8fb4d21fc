package io.github.pythonlambda.build;

import io.github.pythonlambda.pylock.LockChoice;

/**
 * Where the lock is, and what of it is to be installed.
 *
 * @param location where the lock of the execution is, or will be
 * @param choice extras and dependency groups of locks that offer a choice
 * @param command what to type to bring the lock up to date
 */
public record LockOptions(LockLocation location, LockChoice choice, String command) {}
