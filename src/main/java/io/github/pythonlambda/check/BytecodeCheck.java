package io.github.pythonlambda.check;

import io.github.pythonlambda.bytecode.CompiledModules;
import io.github.pythonlambda.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Rule {@code bytecode}: a module that cannot be compiled goes without a compiled form. It cannot be imported either, and
 * seldom is meant to be: templates of code, and code for other versions of Python.
 */
public final class BytecodeCheck {

    private static final Rule RULE = Rule.BYTECODE;

    private BytecodeCheck() {}

    /**
     * Tells of the modules that were skipped.
     *
     * @param name the package, or the app
     * @param python the version that compiled
     */
    public static Optional<Finding> check(String name, CompiledModules modules, String python) {
        if (modules.skipped().isEmpty()) {
            return Optional.empty();
        }
        List<String> skipped = modules.skipped().entrySet().stream()
                .map(module -> module.getKey() + ": " + module.getValue())
                .toList();
        return Optional.of(Finding.note(
                RULE,
                Problem.of("%s has modules that Python %s cannot compile".formatted(name, python))
                        .found(Shown.some(skipped))
                        .remedy("nothing, unless something imports them")));
    }
}
