package io.github.pythonlambda.verify;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.wheel.Csv;
import io.github.pythonlambda.wheel.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the metadata of installed packages ("Recording installed projects" of the packaging specifications). */
final class InstalledDistributions {

    private static final String OPERATING_SYSTEM = "Operating System :: ";

    private InstalledDistributions() {}

    /** The packages in a folder, by name. */
    static List<Distribution> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> metadata;
        try (Stream<Path> children = Files.list(folder)) {
            metadata = children.filter(child -> child.getFileName().toString().endsWith(".dist-info"))
                    .filter(child -> Files.isRegularFile(child.resolve("RECORD")))
                    .sorted()
                    .toList();
        }
        List<Distribution> distributions = new ArrayList<>();
        for (Path info : metadata) {
            distributions.add(read(info));
        }
        return distributions;
    }

    private static Distribution read(Path info) throws IOException {
        String folder = info.getFileName().toString();
        List<String> files = Csv.rows(Files.readString(info.resolve("RECORD"))).stream()
                .map(row -> row.get(0))
                .toList();
        Path topLevel = info.resolve("top_level.txt");
        List<String> names = Files.isRegularFile(topLevel)
                ? new String(Files.readAllBytes(topLevel), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
        Path metadata = info.resolve("METADATA");
        Headers headers = Headers.parse(Files.isRegularFile(metadata) ? Files.readAllBytes(metadata) : new byte[0]);
        List<String> systems = headers.all("Classifier").stream()
                .filter(classifier -> classifier.startsWith(OPERATING_SYSTEM))
                .map(classifier -> classifier.substring(OPERATING_SYSTEM.length()))
                .toList();
        String name = headers.first("Name").orElse(folder.split("-")[0]);
        return new Distribution(new ProjectName(name), files, names, systems);
    }
}
