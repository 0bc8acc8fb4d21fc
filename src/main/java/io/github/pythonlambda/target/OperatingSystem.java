package io.github.pythonlambda.target;

import io.github.pythonlambda.packaging.GlibcVersion;

/**
 * The Amazon Linux under a runtime.
 *
 * @param name as AWS writes it
 * @param glibc its C library, which does not change during its lifetime
 */
public record OperatingSystem(String name, GlibcVersion glibc) {}
