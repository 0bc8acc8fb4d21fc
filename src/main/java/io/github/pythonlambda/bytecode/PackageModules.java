package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.Sha256;

/**
 * The modules of a wheel, as they lie in a layer.
 *
 * @param wheel the wheel's digest, which stands for the content of all sources
 * @param sources which of its modules, and where
 */
public record PackageModules(Sha256 wheel, ModuleSources sources) {}
