package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.TagPreference;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which wheel of several is installed. */
final class WheelChoice {

    /** Build tags by their number, then by the rest; none at all comes first (PEP 427). */
    private static final Comparator<String> BUILD_ORDER =
            Comparator.comparing(WheelChoice::number).thenComparing(Comparator.naturalOrder());

    private final TagPreference tags;

    WheelChoice(TagPreference tags) {
        this.tags = tags;
    }

    /**
     * The wheel with the best tag. Of wheels that share it, the one with the highest build tag, as pip has it;
     * {@code packaging.pylock} takes the first of them.
     */
    Optional<LockedWheel> best(List<LockedWheel> wheels) {
        return wheels.stream()
                .filter(wheel -> tags.best(wheel.fileName().tags()).isPresent())
                .min(Comparator.comparing(
                                (LockedWheel wheel) -> wheel.fileName().tags(), tags.bestFirst())
                        .thenComparing(wheel -> wheel.fileName().build(), BUILD_ORDER.reversed()));
    }

    private static BigInteger number(String build) {
        int end = 0;
        while (end < build.length() && Character.isDigit(build.charAt(end))) {
            end++;
        }
        return end == 0 ? BigInteger.ONE.negate() : new BigInteger(build.substring(0, end));
    }
}
