package io.github.pythonlambda.check;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.resource.JarResource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to do about a shared library that is not on Lambda, from a data file. */
public final class LibraryRemedies {

    private final JsonValue data;

    private LibraryRemedies(JsonValue data) {
        this.data = data;
    }

    /** Reads the data file in the jar. */
    public static LibraryRemedies load() {
        return new LibraryRemedies(new JarResource(LibraryRemedies.class, "library-remedies.json").json());
    }

    /** What to do about libraries that a package needs: a remedy for the package, else one for each library. */
    public List<String> of(ProjectName project, Collection<String> libraries) {
        JsonValue ofPackage = data.get("packages").get(project.canonical());
        if (ofPackage.isText()) {
            return List.of(ofPackage.text());
        }
        Set<String> remedies = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String library : libraries) {
            JsonValue ofLibrary = data.get("libraries").get(withoutVersion(library));
            if (ofLibrary.isText()) {
                remedies.add(ofLibrary.text());
            } else {
                others.add(library);
            }
        }
        if (!others.isEmpty()) {
            remedies.add(data.get("otherwise").text().formatted(Shown.some(others)));
        }
        return List.copyOf(remedies);
    }

    /** For example {@code libGL} for {@code libGL.so.1}. */
    private static String withoutVersion(String library) {
        return library.split("\\.so", 2)[0];
    }
}
