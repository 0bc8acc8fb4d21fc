package io.github.pythonlambda.build;

import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.target.Limits;
import java.util.OptionalLong;

/**
 * How to check.
 *
 * @param rules what the user wants of rules
 * @param limits AWS Lambda's quotas
 * @param otherLayersBytes unzipped bytes of layers that the function has from elsewhere
 * @param maxBytes unzipped bytes that the user allows a function, if he does
 */
public record CheckOptions(RulePolicy rules, Limits limits, long otherLayersBytes, OptionalLong maxBytes) {}
