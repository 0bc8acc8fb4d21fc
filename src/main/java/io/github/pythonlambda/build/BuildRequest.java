package io.github.pythonlambda.build;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.FunctionSettings;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.script.StartCommand;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to build.
 *
 * @param targets one for each architecture, all of the same runtime
 * @param layers in the order in which they take packages
 * @param split layers that take packages from these by their names
 * @param app the app, if one is to be packaged
 * @param baseDirectory the project's folder, where pip runs
 * @param outputDirectory where zips and manifest go
 * @param keptOutputs where those of the last build may be, after the output directory was emptied
 * @param layerFileName how the zips of layers are named
 * @param entryTime the time of all entries of all zips
 * @param resolving how to resolve
 * @param locking where the lock is, and what of it is to be installed
 * @param reuse when the answer of an earlier resolution may be used again
 * @param checking how to check
 * @param bytecode whether compiled modules go into the zips
 * @param written files that other executions have written, which must stay as they are
 */
public record BuildRequest(
        List<Target> targets,
        List<LayerFolders.LayerFolder> layers,
        LayerSplit split,
        Optional<App> app,
        Path baseDirectory,
        Path outputDirectory,
        Optional<Path> keptOutputs,
        LayerFileName layerFileName,
        LocalDateTime entryTime,
        ResolveOptions resolving,
        LockOptions locking,
        ReusePolicy reuse,
        CheckOptions checking,
        boolean bytecode,
        Set<Path> written) {

    /**
     * The app to package.
     *
     * @param folder the app's folder
     * @param sharedFolders folders whose files are part of the app, too
     * @param function what Lambda starts, and how
     * @param startCommand what the handler's program is written from, if the app has none
     * @param includes patterns in Maven's syntax; none for all files
     * @param excludes patterns in Maven's syntax
     * @param finalName name of the zip without its ending
     */
    public record App(
            Path folder,
            List<Path> sharedFolders,
            FunctionSettings function,
            Optional<StartCommand> startCommand,
            List<String> includes,
            List<String> excludes,
            String finalName) {
        public App {
            sharedFolders = List.copyOf(sharedFolders);
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }

        /** What Lambda starts. */
        public Handler handler() {
            return function.handler();
        }
    }

    /** The app zip's name without its ending, by which what describes the build is named, too. */
    String finalName() {
        return app.map(App::finalName).orElse(AppZip.DEFAULT_NAME);
    }

    /** The names of all layers that there may be, in the order in which they are written. */
    List<String> layerNames() {
        return Stream.concat(layers.stream().map(LayerFolders.LayerFolder::name), split.names().stream())
                .toList();
    }

    public BuildRequest {
        targets = List.copyOf(targets);
        layers = List.copyOf(layers);
        written = Set.copyOf(written);
    }
}
