package io.github.pythonlambda.resolve;

import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.packaging.ProjectName;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to resolve.
 *
 * @param offline whether the network may not be used
 * @param indexes where packages come from
 * @param wheelhouse a folder of wheels that were fetched beforehand
 * @param sdists what may be built from source
 * @param explain a project whose candidates are wanted too
 */
public record ResolveOptions(
        boolean offline,
        IndexSettings indexes,
        Optional<Path> wheelhouse,
        SdistPolicy sdists,
        Optional<ProjectName> explain) {}
