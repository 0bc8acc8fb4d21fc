package io.github.pythonlambda.check;

import io.github.pythonlambda.resource.JarResource;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules that Lambda has without any layer, from a data file. Of any runtime: it is asked only to be sure. */
final class RuntimeModules {

    private final Set<String> names;

    private RuntimeModules(Set<String> names) {
        this.names = names;
    }

    static RuntimeModules load() {
        return new RuntimeModules(new JarResource(RuntimeModules.class, "runtime-modules.txt")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet()));
    }

    /** @param module a top-level module */
    boolean has(String module) {
        return names.contains(module) || module.startsWith("_");
    }
}
