package io.github.pythonlambda.pip;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What earlier resolutions know of an index: the wheels of exactly pinned releases, whose pages need not be asked for again.
 *
 * @param file where it is kept, and replaced after each resolution; it need not exist. It has to be another one wherever
 *     another file of a release could be chosen: for another target, index or pip
 * @param notBefore what was asked of the index before this moment counts for nothing
 */
public record KnownWheels(Path file, Instant notBefore) {}
