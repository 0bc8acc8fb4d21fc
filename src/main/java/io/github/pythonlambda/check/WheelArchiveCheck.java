package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.wheel.ContentFault;
import java.util.ArrayList;
import java.util.List;

/** Rule {@code wheel-archive}: a wheel must be an undamaged zip file that every program reads the same way. */
public final class WheelArchiveCheck {

    private static final Rule RULE = Rule.WHEEL_ARCHIVE;

    private WheelArchiveCheck() {}

    public static List<Finding> check(InspectedWheel wheel) {
        List<Finding> findings = new ArrayList<>();
        List<String> damaged = of(ContentFault.Kind.DAMAGED, wheel).stream()
                .map(ContentFault::found)
                .toList();
        if (!damaged.isEmpty()) {
            findings.add(Finding.error(
                            RULE,
                            problem(
                                    wheel,
                                    "the wheel " + wheel.file() + " cannot be installed: it is damaged",
                                    damaged))
                    .in(wheel));
        }
        List<String> ambiguous = of(ContentFault.Kind.AMBIGUOUS, wheel).stream()
                .map(ContentFault::path)
                .toList();
        if (!ambiguous.isEmpty()) {
            findings.add(Finding.error(
                            RULE,
                            problem(
                                    wheel,
                                    "the wheel " + wheel.file()
                                            + " can be read in two ways, as archives are that hide something",
                                    ambiguous))
                    .in(wheel));
        }
        return findings;
    }

    private static List<ContentFault> of(ContentFault.Kind kind, InspectedWheel wheel) {
        return wheel.facts().faults().stream()
                .filter(fault -> fault.kind() == kind)
                .toList();
    }

    private static Problem problem(InspectedWheel wheel, String what, List<String> found) {
        return Problem.of(what)
                .at(wheel.path())
                .found(Shown.some(found))
                .remedy("get the wheel again from where it was built, or another version of "
                        + wheel.file().name());
    }
}
