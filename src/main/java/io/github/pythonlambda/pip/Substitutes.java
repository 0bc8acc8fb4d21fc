package io.github.pythonlambda.pip;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.resource.JarResource;
import java.util.Optional;

/** What to require in place of projects that have no wheels for Linux, from a data file. */
final class Substitutes {

    private final JsonValue remedies;

    private Substitutes(JsonValue remedies) {
        this.remedies = remedies;
    }

    static Substitutes load() {
        return new Substitutes(new JarResource(Substitutes.class, "substitutes.json").json());
    }

    /** The remedy for a project, by its canonical name. */
    Optional<String> of(String project) {
        return Optional.ofNullable(remedies.get(project).textOrNull());
    }
}
