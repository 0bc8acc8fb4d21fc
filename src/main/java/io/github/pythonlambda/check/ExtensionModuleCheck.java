package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.WheelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule {@code extension-module}: some of a wheel's extension modules must have a name that the runtime's Python imports
 * (PEP 3149). Python passes over {@code _x.cpython-312-x86_64-linux-gnu.so} in silence if it is 3.13, or on arm64.
 */
public final class ExtensionModuleCheck {

    private static final Rule RULE = Rule.EXTENSION_MODULE;
    private static final Pattern TAGGED = Pattern.compile(".*/?[^/]+\\.(cpython-[0-9]+[^./]*|pypy[^/]*)\\.so");

    private final Target target;

    public ExtensionModuleCheck(Target target) {
        this.target = target;
    }

    public Optional<Finding> check(InspectedWheel wheel) {
        String own = "cpython-3%d-%s-linux-gnu"
                .formatted(target.runtime().pythonMinor(), target.architecture().machine());
        List<String> foreign = new ArrayList<>();
        for (WheelFacts.NativeFile file : wheel.sharedLibraries()) {
            Matcher name = TAGGED.matcher(file.path());
            if (file.path().endsWith(".abi3.so")
                    || name.matches() && name.group(1).equals(own)) {
                return Optional.empty();
            }
            if (name.matches()) {
                foreign.add(file.path());
            }
        }
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        Problem problem = Problem.of("%s has no extension module that %s can import".formatted(wheel.file(), target))
                .at(wheel.path())
                .expected("names that end in .%s.so, .abi3.so or .so".formatted(own))
                .found(Shown.some(foreign))
                .remedy("get or build %s with CPython %s on %s"
                        .formatted(
                                wheel.file().name(),
                                target.runtime().pythonVersion(),
                                target.architecture().machine()));
        return Optional.of(
                (wheel.isNative() ? Finding.error(RULE, problem) : Finding.warning(RULE, problem)).in(wheel));
    }
}
