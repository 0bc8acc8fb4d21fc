package io.github.pythonlambda.layer;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.packaging.ProjectName;

/**
 * One file of a layer.
 *
 * @param owner the project whose wheel it comes from
 * @param entry its path in the zip, mode and content
 */
public record LayerEntry(ProjectName owner, ArchiveEntry entry) {}
