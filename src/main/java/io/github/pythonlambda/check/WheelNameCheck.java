package io.github.pythonlambda.check;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rule {@code wheel-name}: the tags in a wheel's file name should be those that it declares inside. A warning only: pip
 * goes by the file name, and some well-known wheels are renamed after they are built.
 */
public final class WheelNameCheck {

    private static final Rule RULE = Rule.WHEEL_NAME;

    private WheelNameCheck() {}

    public static Optional<Finding> check(InspectedWheel wheel) {
        Set<Tag> declared = new HashSet<>();
        for (String text : wheel.declaredTags()) {
            try {
                declared.addAll(Tag.parseSet(text));
            } catch (PackagingSyntaxException e) {
                return Optional.of(Finding.warning(RULE, problem(wheel)).in(wheel));
            }
        }
        return declared.equals(new HashSet<>(wheel.file().tags()))
                ? Optional.empty()
                : Optional.of(Finding.warning(RULE, problem(wheel)).in(wheel));
    }

    private static Problem problem(InspectedWheel wheel) {
        List<String> declared = List.copyOf(new TreeSet<>(wheel.declaredTags()));
        return Problem.of("the wheel " + wheel.file() + " declares other tags than its file name says")
                .at(wheel.path())
                .expected(wheel.file().tagSet())
                .found(declared.isEmpty() ? "no tag" : Shown.some(declared))
                .remedy("if the file was renamed by hand, get %s for the runtime; else its maker has to correct it, and"
                                .formatted(wheel.file().name())
                        + " the file name is believed");
    }
}
