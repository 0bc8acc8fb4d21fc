package io.github.pythonlambda.describe;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.resolve.HeldBack;
import java.util.Optional;

/**
 * A package in a layer.
 *
 * @param file its wheel
 * @param sha256 of the wheel
 * @param tag the tag for which the wheel was chosen
 * @param unzippedBytes of its files in the layer
 * @param heldBack a newer release that the target cannot have, if there is one
 */
public record PackedWheel(
        WheelFileName file, Sha256 sha256, Tag tag, long unzippedBytes, Optional<HeldBack> heldBack) {}
