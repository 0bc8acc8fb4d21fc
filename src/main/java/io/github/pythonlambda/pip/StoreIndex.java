package io.github.pythonlambda.pip;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wheels of the store as a page of links, which is what pip takes candidates from when the build is offline. */
final class StoreIndex {

    private StoreIndex() {}

    /**
     * Writes the page.
     *
     * @param built where the wheels are that were built here; those of an index's sdists are candidates too
     */
    static Path write(WheelStore store, Path built, Path folder) throws IOException {
        TreeMap<Path, String> digests = new TreeMap<>();
        for (Path wheel : store.wheels()) {
            digests.put(wheel, wheel.getParent().getFileName().toString());
        }
        for (Path wheel : builtOfSdists(built.resolve("sdist"))) {
            digests.put(wheel, Sha256.ofFile(wheel).hex());
        }
        String links = digests.entrySet().stream()
                .map(wheel -> "<a href=\"%s#sha256=%s\">%s</a>%n"
                        .formatted(
                                wheel.getKey().toUri(),
                                wheel.getValue(),
                                wheel.getKey().getFileName()))
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("store.html"),
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + links + "</body></html>");
    }

    private static List<Path> builtOfSdists(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                folder,
                2,
                (path, attributes) -> attributes.isRegularFile()
                        && path.toString().endsWith(WheelFileName.EXTENSION)
                        && !path.getParent().getFileName().toString().startsWith("."))) {
            return files.toList();
        }
    }
}
