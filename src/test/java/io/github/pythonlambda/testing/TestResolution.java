package io.github.pythonlambda.testing;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.NamePattern;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolutions for tests, and how to split them, written as texts. */
public final class TestResolution {

    private TestResolution() {}

    /** A resolution of layers such as {@code web: numpy six}, in which {@code pandas} needs {@code numpy}. */
    public static Resolution of(String... layers) {
        Map<String, List<ResolvedWheel>> wheels = new LinkedHashMap<>();
        Map<String, List<String>> roots = new LinkedHashMap<>();
        for (String layer : layers) {
            String[] parts = layer.split(": ");
            List<String> names = List.of(parts[1].split(" "));
            roots.put(parts[0], names);
            wheels.put(parts[0], names.stream().map(TestResolution::wheel).toList());
        }
        return new Resolution(
                wheels, roots, new DependencyGraph(Map.of("pandas", List.of("numpy"))), List.of(), Optional.empty());
    }

    private static ResolvedWheel wheel(String name) {
        try {
            return new ResolvedWheel(
                    WheelFileName.parse(name.replace('-', '_') + "-1.0-py3-none-any.whl"),
                    Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                    URI.create("https://index.example/" + name),
                    Optional.empty(),
                    Optional.empty());
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * A layer that takes packages by their names.
     *
     * @param includes patterns with spaces between them
     * @param excludes the same; empty for none
     */
    public static LayerSplit.Part part(String name, String includes, String excludes) {
        return new LayerSplit.Part(name, patterns(includes), patterns(excludes));
    }

    private static List<NamePattern> patterns(String text) {
        return Stream.of(text.split(" "))
                .filter(pattern -> !pattern.isEmpty())
                .map(NamePattern::new)
                .toList();
    }

    /** The names of each layer's packages, with spaces between them. */
    public static Map<String, String> names(Resolution resolution) {
        Map<String, String> names = new LinkedHashMap<>();
        resolution
                .wheels()
                .forEach((layer, wheels) -> names.put(
                        layer,
                        wheels.stream().map(wheel -> wheel.name().canonical()).collect(Collectors.joining(" "))));
        return names;
    }
}
