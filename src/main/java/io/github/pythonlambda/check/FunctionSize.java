package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.layer.LayerEntry;
import io.github.pythonlambda.packaging.ProjectName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a function with all of its layers takes when unzipped.
 *
 * @param app bytes of the app
 * @param layers bytes by layer, in the order of their names
 * @param others bytes of layers that are not built here
 * @param packages bytes by package
 * @param tests bytes of tests in packages
 * @param bytecode bytes of compiled modules in layers
 */
public record FunctionSize(
        long app, Map<String, Long> layers, long others, Map<ProjectName, Long> packages, long tests, long bytecode) {

    public FunctionSize {
        layers = Collections.unmodifiableSortedMap(new TreeMap<>(layers));
        packages = Map.copyOf(packages);
    }

    /**
     * Adds sizes up.
     *
     * @param others bytes of layers that are not built here
     */
    public static FunctionSize of(Optional<AppLayout> app, List<FunctionLayer> layers, long others) {
        Map<String, Long> byLayer = new TreeMap<>();
        Map<ProjectName, Long> byPackage = new TreeMap<>();
        long tests = 0;
        long bytecode = 0;
        for (FunctionLayer layer : layers) {
            byLayer.put(layer.name(), layer.layout().unzippedBytes());
            for (LayerEntry file : layer.layout().content().values()) {
                byPackage.merge(file.owner(), file.entry().size(), Long::sum);
                if (isTest(file.entry().path())) {
                    tests += file.entry().size();
                }
            }
            for (LayerEntry file : layer.layout().bytecode().values()) {
                bytecode += file.entry().size();
            }
        }
        long appBytes = app.map(AppLayout::entries).orElse(List.of()).stream()
                .mapToLong(ArchiveEntry::size)
                .sum();
        return new FunctionSize(appBytes, byLayer, others, byPackage, tests, bytecode);
    }

    private static boolean isTest(String path) {
        return path.contains("/test/") || path.contains("/tests/");
    }

    /** All of it. */
    public long total() {
        return app
                + others
                + layers.values().stream().mapToLong(Long::longValue).sum();
    }
}
