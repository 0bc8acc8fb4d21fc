package io.github.pythonlambda.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.packaging.ProjectName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What to do about a shared library that is not on Lambda, from a data file. */
public final class LibraryRemedies {

    private static final String RESOURCE = "library-remedies.json";

    private final JsonNode data;

    private LibraryRemedies(JsonNode data) {
        this.data = data;
    }

    /** Reads the data file in the jar. */
    public static LibraryRemedies load() {
        try (InputStream in = Objects.requireNonNull(LibraryRemedies.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new LibraryRemedies(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: " + RESOURCE, e);
        }
    }

    /** What to do about libraries that a package needs: a remedy for the package, else one for each library. */
    public List<String> of(ProjectName project, Collection<String> libraries) {
        JsonNode ofPackage = data.path("packages").path(project.canonical());
        if (ofPackage.isTextual()) {
            return List.of(ofPackage.textValue());
        }
        Set<String> remedies = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String library : libraries) {
            JsonNode ofLibrary = data.path("libraries").path(withoutVersion(library));
            if (ofLibrary.isTextual()) {
                remedies.add(ofLibrary.textValue());
            } else {
                others.add(library);
            }
        }
        if (!others.isEmpty()) {
            remedies.add(data.path("otherwise").textValue().formatted(Shown.some(others)));
        }
        return List.copyOf(remedies);
    }

    /** For example {@code libGL} for {@code libGL.so.1}. */
    private static String withoutVersion(String library) {
        return library.split("\\.so", 2)[0];
    }
}
