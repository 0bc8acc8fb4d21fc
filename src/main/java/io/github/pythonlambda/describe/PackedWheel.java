package io.github.pythonlambda.describe;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.WheelFileName;

/**
 * A package in a layer.
 *
 * @param file its wheel
 * @param sha256 of the wheel
 * @param tag the tag for which the wheel was chosen
 * @param unzippedBytes of its files in the layer
 */
public record PackedWheel(WheelFileName file, Sha256 sha256, Tag tag, long unzippedBytes) {}
