package io.github.pythonlambda.build;

import io.github.pythonlambda.check.RulePolicy;
import java.util.OptionalLong;

/**
 * How to check.
 *
 * @param rules what the user wants of rules
 * @param otherLayersBytes unzipped bytes of layers that the function has from elsewhere
 * @param maxBytes unzipped bytes that the user allows a function, if he does
 */
public record CheckOptions(RulePolicy rules, long otherLayersBytes, OptionalLong maxBytes) {

    /** Nothing but AWS's own limits. */
    public static final CheckOptions DEFAULT = new CheckOptions(RulePolicy.DEFAULT, 0, OptionalLong.empty());
}
