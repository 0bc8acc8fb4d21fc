package io.github.pythonlambda.check;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.resource.JarResource;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.HashSet;
import java.util.Set;

/**
 * The modules of the standard library, from a data file.
 *
 * @param names all of them
 * @param needed those without which neither Lambda's own bootstrap nor a web server gets anywhere
 */
record StdlibModules(Set<String> names, Set<String> needed) {

    StdlibModules {
        names = Set.copyOf(names);
        needed = Set.copyOf(needed);
    }

    /** Those of a runtime; of a runtime newer than the data file, those of the newest version in it. */
    static StdlibModules of(LambdaRuntime runtime) {
        JsonValue root = new JarResource(StdlibModules.class, "stdlib-modules.json").json();
        JsonValue versions = root.get("versions");
        JsonValue version = versions.get(runtime.pythonVersion());
        JsonValue used = version.isAbsent() ? versions.get(root.get("newest").text()) : version;
        return new StdlibModules(words(used.get("names")), words(used.get("needed")));
    }

    private static Set<String> words(JsonValue lines) {
        Set<String> words = new HashSet<>();
        lines.texts().forEach(line -> words.addAll(Set.of(line.split(" "))));
        return words;
    }
}
