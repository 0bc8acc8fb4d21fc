package io.github.pythonlambda.pip;

import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The wheels of the store as a page of links, which is what pip takes candidates from when the build is offline. */
final class StoreIndex {

    private StoreIndex() {}

    static Path write(WheelStore store, Path folder) throws IOException {
        String links = store.wheels().stream()
                .sorted()
                .map(wheel -> "<a href=\"%s#sha256=%s\">%s</a>%n"
                        .formatted(wheel.toUri(), wheel.getParent().getFileName(), wheel.getFileName()))
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("store.html"),
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + links + "</body></html>");
    }
}
