package io.github.pythonlambda.resolve;

/**
 * How to resolve.
 *
 * @param offline whether the network may not be used
 */
public record ResolveOptions(boolean offline) {}
