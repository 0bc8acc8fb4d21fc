package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.SourceEntry;

/**
 * One file of a wheel and where it is to be installed.
 *
 * @param scheme the kind of place
 * @param path relative to that place, {@code /} between its parts
 * @param source the entry in the wheel
 */
public record WheelEntry(Scheme scheme, String path, SourceEntry source) {}
