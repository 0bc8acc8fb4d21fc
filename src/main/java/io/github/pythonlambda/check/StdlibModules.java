package io.github.pythonlambda.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The modules of the standard library, from a data file.
 *
 * @param names all of them
 * @param needed those without which neither Lambda's own bootstrap nor a web server gets anywhere
 */
record StdlibModules(Set<String> names, Set<String> needed) {

    private static final String RESOURCE = "stdlib-modules.json";

    StdlibModules {
        names = Set.copyOf(names);
        needed = Set.copyOf(needed);
    }

    /** Those of a runtime; of a runtime newer than the data file, those of the newest version in it. */
    static StdlibModules of(LambdaRuntime runtime) {
        try (InputStream in = Objects.requireNonNull(StdlibModules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(in);
            JsonNode versions = root.path("versions");
            JsonNode version = versions.path(runtime.pythonVersion());
            JsonNode used =
                    version.isMissingNode() ? versions.path(root.path("newest").textValue()) : version;
            return new StdlibModules(words(used.path("names")), words(used.path("needed")));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: " + RESOURCE, e);
        }
    }

    private static Set<String> words(JsonNode lines) {
        Set<String> words = new HashSet<>();
        lines.forEach(line -> words.addAll(Set.of(line.textValue().split(" "))));
        return words;
    }
}
