package io.github.pythonlambda.build;

import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.LayerZip;
import io.github.pythonlambda.uptodate.BuildInputs;
import io.github.pythonlambda.uptodate.OutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was written.
 *
 * @param layers by name, then architecture
 * @param app the app zip, if one was asked for
 * @param manifest their description
 * @param report what the checks found
 * @param changed those of the files that an earlier build had not left with the same bytes already
 * @param inputs what all of this depends on
 */
public record BuildResult(
        List<LayerZip> layers,
        Optional<AppZip> app,
        Path manifest,
        Path report,
        Set<Path> changed,
        BuildInputs inputs) {
    public BuildResult {
        layers = List.copyOf(layers);
        changed = Set.copyOf(changed);
    }

    /** All files, those first that people look for. */
    public List<OutputFile> files() {
        List<OutputFile> files = new ArrayList<>();
        app.ifPresent(zip -> files.add(new OutputFile(zip.path(), true)));
        layers.forEach(zip -> files.add(new OutputFile(zip.path(), true)));
        files.add(new OutputFile(manifest, false));
        files.add(new OutputFile(report, false));
        return files;
    }
}
