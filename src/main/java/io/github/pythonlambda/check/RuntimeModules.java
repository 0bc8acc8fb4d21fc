package io.github.pythonlambda.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules that Lambda has without any layer, from a data file. Of any runtime: it is asked only to be sure. */
final class RuntimeModules {

    private static final String RESOURCE = "runtime-modules.txt";

    private final Set<String> names;

    private RuntimeModules(Set<String> names) {
        this.names = names;
    }

    static RuntimeModules load() {
        try (InputStream in = Objects.requireNonNull(RuntimeModules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new RuntimeModules(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: " + RESOURCE, e);
        }
    }

    /** @param module a top-level module */
    boolean has(String module) {
        return names.contains(module) || module.startsWith("_");
    }
}
