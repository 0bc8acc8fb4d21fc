package io.github.pythonlambda.verify;

import org.jspecify.annotations.Nullable;

/**
 * How the import of a module went.
 *
 * @param module its name
 * @param seconds how long it took, with all that it imports for the first time
 * @param fault what went wrong; {@code null} if nothing did
 */
record ModuleOutcome(
        String module, double seconds, @Nullable Fault fault) {}
