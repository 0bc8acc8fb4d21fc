package io.github.pythonlambda.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An instruction set that AWS Lambda offers. */
public enum Architecture {
    ARM64("arm64", "aarch64"),
    X86_64("x86_64", "x86_64", "amd64");

    private final String id;
    private final String machine;
    private final List<String> otherNames;

    Architecture(String id, String machine, String... otherNames) {
        this.id = id;
        this.machine = machine;
        this.otherNames = List.of(otherNames);
    }

    /** The architecture of one of Lambda's names, or of a name common elsewhere ({@code aarch64}, {@code amd64}). */
    public static Optional<Architecture> find(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(a -> a.id.equals(wanted) || a.machine.equals(wanted) || a.otherNames.contains(wanted))
                .findFirst();
    }

    /** Lambda's name, as in the API and in templates. */
    public String id() {
        return id;
    }

    /** The name in wheel tags and in the marker {@code platform_machine}. */
    public String machine() {
        return machine;
    }

    @Override
    public String toString() {
        return id;
    }
}
