package io.github.pythonlambda.lock;

import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.target.Target;

/**
 * What is to be locked for one architecture.
 *
 * @param target the machine
 * @param resolution its wheels
 */
public record ResolvedFor(Target target, Resolution resolution) {}
