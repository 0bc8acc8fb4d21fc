package io.github.pythonlambda.pip;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What to require in place of projects that have no wheels for Linux, from a data file. */
final class Substitutes {

    private static final String RESOURCE = "substitutes.json";

    private final Map<String, String> remedies;

    private Substitutes(Map<String, String> remedies) {
        this.remedies = remedies;
    }

    static Substitutes load() {
        try (InputStream in = Objects.requireNonNull(Substitutes.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new Substitutes(new ObjectMapper().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: " + RESOURCE, e);
        }
    }

    /** The remedy for a project, by its canonical name. */
    Optional<String> of(String project) {
        return Optional.ofNullable(remedies.get(project));
    }
}
