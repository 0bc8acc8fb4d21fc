package io.github.pythonlambda.target;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.resource.JarResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The shared libraries that a target brings itself, as of the day that the data file names.
 *
 * @param names by which programs need them, such as {@code libz.so.1}
 * @param ceilings the newest symbol versions by family: {@code GLIBC}, {@code GLIBCXX}, {@code CXXABI}
 */
public record SystemLibraries(Set<String> names, Map<String, Ceiling> ceilings) {

    /**
     * The newest version of a family of symbols. Amazon Linux 2023 has moved on to a newer compiler, and whether every
     * function runs on the newer image is not known.
     *
     * @param certain what every image has
     * @param newest what the newest image has
     */
    public record Ceiling(Version certain, Version newest) {}

    public SystemLibraries {
        names = Set.copyOf(names);
        ceilings = Map.copyOf(ceilings);
    }

    /** Reads the data file in the jar. */
    public static SystemLibraries of(Target target) {
        JarResource resource = new JarResource(SystemLibraries.class, "system-libraries.json");
        JsonValue root = resource.json();
        JsonValue system = root.get("operatingSystems")
                .get(target.runtime().operatingSystem().name());
        try {
            Set<String> names = new HashSet<>(system.get("libraries").texts());
            names.addAll(
                    root.get("architectures").get(target.architecture().id()).texts());
            names.add("libpython%s.so.1.0".formatted(target.runtime().pythonVersion()));
            Map<String, Ceiling> ceilings = new HashMap<>();
            Version glibc = Version.parse(target.glibc().toString());
            ceilings.put("GLIBC", new Ceiling(glibc, glibc));
            for (Map.Entry<String, JsonValue> family :
                    system.get("versions").members().entrySet()) {
                ceilings.put(
                        family.getKey(),
                        new Ceiling(
                                Version.parse(family.getValue().get("certain").text()),
                                Version.parse(family.getValue().get("newest").text())));
            }
            return new SystemLibraries(names, ceilings);
        } catch (PackagingSyntaxException e) {
            throw resource.damaged(e);
        }
    }
}
