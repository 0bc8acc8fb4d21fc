package io.github.pythonlambda.mojo;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CpythonRelease;
import io.github.pythonlambda.python.JarSource;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Gets CPython's jar as Maven gets a plugin's: through the local repository, and with the mirrors, proxies, credentials
 * and offline mode of settings.xml.
 */
final class MavenJarSource implements JarSource {

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    MavenJarSource(RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes;
    }

    @Override
    public Path jar(CpythonRelease release) throws ProblemException {
        DefaultArtifact artifact = new DefaultArtifact(
                CpythonRelease.GROUP_ID, CpythonRelease.ARTIFACT_ID, release.classifier(), "jar", release.version());
        try {
            return repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new ProblemException(
                    Problem.of("Maven cannot get the embedded Python interpreter")
                            .at(release)
                            .found(String.valueOf(e.getMessage()))
                            .remedy(
                                    "run the build once online, or let settings.xml's mirror serve the artifact, or name an"
                                            + " interpreter of this machine by <python> or -Dpython-lambda.python"),
                    e);
        }
    }
}
