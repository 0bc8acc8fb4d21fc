package io.github.pythonlambda.check;

import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.TagMismatch;
import io.github.pythonlambda.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules {@code wheel-tag} and {@code linux-tag}: a wheel's tags must fit the target, and should say which glibc it needs.
 * pip's own words for it would help nobody.
 */
public final class WheelTagCheck {

    private final Target target;
    private final TagPreference preference;

    public WheelTagCheck(Target target) {
        this.target = target;
        this.preference = new TagPreference(target.tags());
    }

    /**
     * Checks one wheel.
     *
     * @param wheel its file name, whose tags are believed
     * @param place where it is, for the message
     * @return nothing if it fits
     */
    public Optional<Finding> check(WheelFileName wheel, Object place) {
        Optional<Tag> best = preference.best(wheel.tags());
        if (best.isEmpty()) {
            return Optional.of(Finding.error(Rule.WHEEL_TAG, unfit(wheel, place))
                    .about(wheel.name())
                    .inFile(wheel.text()));
        }
        if (best.get().platform().startsWith("linux_")) {
            return Optional.of(Finding.warning(Rule.LINUX_TAG, unknownGlibc(wheel, place))
                    .about(wheel.name())
                    .inFile(wheel.text()));
        }
        return Optional.empty();
    }

    private Problem unfit(WheelFileName wheel, Object place) {
        List<String> reasons = TagMismatch.reasons(wheel.tags(), target);
        return Problem.of("%s cannot run on %s: %s".formatted(wheel, target, String.join("; ", reasons)))
                .at(place)
                .expected(
                        "%s, abi3 of CPython %s or older, or py3; for any platform, or manylinux with glibc %s or older on %s"
                                .formatted(
                                        "cp3" + target.runtime().pythonMinor(),
                                        target.runtime().pythonVersion(),
                                        target.glibc(),
                                        target.architecture().machine()))
                .found(wheel.tags().stream().map(Tag::toString).collect(Collectors.joining(", ")))
                .remedy(
                        ("get or build %s for CPython %s on %s with glibc %s or older (as AWS's build image of the runtime"
                                        + " and manylinux2014 have), or change <runtime> or <architecture>")
                                .formatted(
                                        wheel.name(),
                                        target.runtime().pythonVersion(),
                                        target.architecture().machine(),
                                        target.glibc()));
    }

    private Problem unknownGlibc(WheelFileName wheel, Object place) {
        return Problem.of("%s does not say which glibc it needs; it fails to import if that is newer than %s"
                        .formatted(wheel, target.glibc()))
                .at(place)
                .expected("a manylinux tag, as 'auditwheel repair' gives one")
                .found(wheel.tagSet())
                .remedy("repair the wheel with auditwheel where it is built");
    }
}
