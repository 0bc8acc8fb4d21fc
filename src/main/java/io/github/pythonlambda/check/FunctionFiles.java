package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ArchiveEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a function finds on Lambda.
 *
 * @param app what is in {@code /var/task}
 * @param layerPaths the paths in all layers of the build, below {@code /opt}
 */
public record FunctionFiles(AppLayout app, Collection<String> layerPaths) {

    private static final String PACKAGES = "python/";

    public FunctionFiles {
        layerPaths = List.copyOf(layerPaths);
    }

    /** Whether the build has layers at all; without, they come from somewhere else or are not needed. */
    boolean hasLayers() {
        return !layerPaths.isEmpty();
    }

    boolean hasAppFile(String path) {
        return app.find(path).isPresent();
    }

    boolean hasLayerFile(String path) {
        return layerPaths.contains(path);
    }

    /**
     * Whether a folder of the app holds a module.
     *
     * @param folder relative to the app; empty for its root
     * @param module its name, with dots
     */
    boolean hasInApp(String folder, String module) {
        String base = (folder.isEmpty() ? "" : folder + "/") + module.replace('.', '/');
        return appPaths().anyMatch(path -> isModule(path, base));
    }

    /** Whether any folder of the app holds something by the name of a top-level module. */
    boolean hasAnywhereInApp(String module) {
        return appPaths()
                .anyMatch(
                        path -> ("/" + path).contains("/" + module + "/") || ("/" + path).contains("/" + module + "."));
    }

    /** Whether a layer holds a module where {@code /opt/python} reaches it. */
    boolean hasInLayers(String module) {
        String base = PACKAGES + module.replace('.', '/');
        return layerPaths.stream().anyMatch(path -> isModule(path, base));
    }

    /** A folder counts too: it may be a namespace package. */
    private static boolean isModule(String path, String base) {
        if (!path.startsWith(base)) {
            return false;
        }
        String rest = path.substring(base.length());
        return rest.startsWith("/")
                || rest.equals(".py")
                || rest.startsWith(".") && (rest.endsWith(".so") || rest.endsWith(".pyc"));
    }

    private Stream<String> appPaths() {
        return app.entries().stream().map(ArchiveEntry::path);
    }

    /** The text of a file of the app, each byte a character, since only names in ASCII are looked for. */
    Optional<String> appText(String path) throws IOException {
        Optional<ArchiveEntry> entry = app.find(path);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(entry.get().content().read(), StandardCharsets.ISO_8859_1));
    }
}
