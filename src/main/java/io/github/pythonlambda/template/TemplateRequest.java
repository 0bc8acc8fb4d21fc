package io.github.pythonlambda.template;

import io.github.pythonlambda.target.Architecture;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What template to write.
 *
 * @param outputDirectory where the zips and the manifests are
 * @param templateFile where the template goes; its paths to the zips count from there
 * @param architecture the functions' architecture, if it is not the first that was built for
 * @param endpoint what makes the functions reachable, if it is not what suits each of them
 * @param snapStart whether the functions start from snapshots
 */
public record TemplateRequest(
        Path outputDirectory,
        Path templateFile,
        Optional<Architecture> architecture,
        Optional<Endpoint> endpoint,
        boolean snapStart) {}
