package io.github.pythonlambda.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The shared libraries that a target brings itself, as of the day that the data file names.
 *
 * @param names by which programs need them, such as {@code libz.so.1}
 * @param ceilings the newest symbol versions by family: {@code GLIBC}, {@code GLIBCXX}, {@code CXXABI}
 */
public record SystemLibraries(Set<String> names, Map<String, Ceiling> ceilings) {

    private static final String RESOURCE = "system-libraries.json";

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
        try (InputStream in = Objects.requireNonNull(SystemLibraries.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(in);
            JsonNode system = root.path("operatingSystems")
                    .path(target.runtime().operatingSystem().name());
            Set<String> names = new HashSet<>();
            system.path("libraries").forEach(name -> names.add(name.textValue()));
            root.path("architectures").path(target.architecture().id()).forEach(name -> names.add(name.textValue()));
            names.add("libpython%s.so.1.0".formatted(target.runtime().pythonVersion()));
            Map<String, Ceiling> ceilings = new HashMap<>();
            Version glibc = Version.parse(target.glibc().toString());
            ceilings.put("GLIBC", new Ceiling(glibc, glibc));
            for (Map.Entry<String, JsonNode> family : system.path("versions").properties()) {
                ceilings.put(
                        family.getKey(),
                        new Ceiling(
                                Version.parse(family.getValue().path("certain").textValue()),
                                Version.parse(family.getValue().path("newest").textValue())));
            }
            return new SystemLibraries(names, ceilings);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: " + RESOURCE, e);
        } catch (PackagingSyntaxException e) {
            throw new IllegalStateException("the plugin's jar is damaged: " + RESOURCE, e);
        }
    }
}
