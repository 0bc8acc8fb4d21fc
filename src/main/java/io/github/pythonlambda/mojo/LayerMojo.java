package io.github.pythonlambda.mojo;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the layer zips and the manifest, without an app.
 *
 * @since 0.1.0
 */
@Mojo(name = "layer", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public final class LayerMojo extends AbstractZipMojo {}
