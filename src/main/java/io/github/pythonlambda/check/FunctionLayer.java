package io.github.pythonlambda.check;

import io.github.pythonlambda.layer.LayerLayout;

/**
 * A layer of a function.
 *
 * @param name its name
 * @param layout its files
 */
public record FunctionLayer(String name, LayerLayout layout) {}
