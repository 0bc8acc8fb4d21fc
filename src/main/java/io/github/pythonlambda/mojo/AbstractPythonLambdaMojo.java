package io.github.pythonlambda.mojo;

import io.github.pythonlambda.cache.CacheFolders;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.JarSource;
import io.github.pythonlambda.sharing.FolderUse;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What all goals share: the way from Maven to the build, and of failures back to Maven. */
abstract class AbstractPythonLambdaMojo extends AbstractMojo {

    /** What Maven leaves in ${project.build.directory} of the stub project that Maven makes where there is no pom.xml. */
    private static final String UNRESOLVED = "${project.basedir}" + File.separator;

    /**
     * Leaves out the execution.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Inject
    private @Nullable RepositorySystem repositories;

    @Inject
    private @Nullable SettingsDecrypter settingsDecrypter;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, since <skip> or -Dpython-lambda.skip says so");
            return;
        }
        try {
            if (!isUpToDate()) {
                run();
            }
        } catch (ProblemException e) {
            throw new MojoFailureException(message(e), e);
        } catch (IOException e) {
            throw new MojoExecutionException(message(e), e);
        }
    }

    /** Whether there is nothing to do; asked before anything else, so that it is answered soon. */
    boolean isUpToDate() {
        return false;
    }

    /** Does what the goal is for. */
    abstract void run() throws ProblemException, IOException;

    /**
     * What becomes of zips: artifacts of the project, if there is a project.
     *
     * @param wanted whether they are to become that
     */
    final Consumer<Path> attacher(boolean wanted, @Nullable MavenProjectHelper projectHelper) {
        if (!wanted || isStandalone()) {
            return zip -> {};
        }
        return zip -> {
            String fileName = zip.getFileName().toString();
            String classifier = fileName.substring(0, fileName.lastIndexOf('.'));
            Optional<Artifact> attached = required(project).getAttachedArtifacts().stream()
                    .filter(other -> "zip".equals(other.getType()) && classifier.equals(other.getClassifier()))
                    .findFirst();
            if (attached.isEmpty()) {
                required(projectHelper).attachArtifact(required(project), "zip", classifier, zip.toFile());
            } else if (!zip.toFile().equals(attached.get().getFile())) {
                getLog().warn(("%s is not attached, since %s is the artifact with the classifier '%s' already; name one"
                                + " of them differently, or set <attach>false</attach> for one")
                        .formatted(zip, attached.get().getFile(), classifier));
            }
        };
    }

    /** What Maven keeps for this plugin and the project while it runs. */
    @SuppressWarnings("unchecked")
    final Map<String, Object> context() {
        return getPluginContext();
    }

    /** Whether there is no pom.xml. */
    final boolean isStandalone() {
        return required(project).getFile() == null;
    }

    /** The absolute path of a file that the user may have given relative to the project. */
    final Path resolve(File file) {
        File base = isStandalone() ? new File("") : required(project).getBasedir();
        String path = isStandalone() ? file.getPath().replace(UNRESOLVED, "") : file.getPath();
        return base.getAbsoluteFile().toPath().resolve(path).normalize();
    }

    private static String message(ProblemException e) {
        List<Problem> problems = e.problems();
        if (problems.size() == 1) {
            return e.getMessage();
        }
        return "%d problems%n%s".formatted(problems.size(), e.getMessage());
    }

    /** The JDK's exceptions about files often have nothing but the path for a message. */
    private static String message(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (!(e instanceof FileSystemException fault) || fault.getReason() != null) {
            return message;
        }
        if (e instanceof NoSuchFileException) {
            return "a file is missing: " + message;
        }
        return e instanceof AccessDeniedException
                ? "no permission to read or write: " + message
                : e.getClass().getSimpleName() + ": " + message;
    }

    /** What Maven has to set before the goal runs. */
    static <T> T required(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("Maven has not set a component of this goal");
        }
        return injected;
    }

    final MavenSession session() {
        return required(session);
    }

    /** The logins and proxies of settings.xml. */
    final SettingsSecrets secrets() {
        return new SettingsSecrets(session().getSettings(), required(settingsDecrypter));
    }

    /** Where wheels, interpreters and the like are kept. */
    final CacheFolders cache() {
        return new CacheFolders(session()
                .getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath()
                .resolve(".cache")
                .resolve("python-lambda"));
    }

    /** Keeps the cache as it is while the goal uses it. */
    final FolderUse useOfCache() throws IOException {
        return FolderUse.beside(
                cache().root(), () -> getLog().info("Waiting for another build that prunes " + cache().root()));
    }

    /** Gets the jars of embedded interpreters. */
    final JarSource jars() {
        return new MavenJarSource(
                required(repositories),
                session().getRepositorySession(),
                required(project).getRemotePluginRepositories());
    }

    static HostPlatform host() throws IOException {
        return HostPlatform.detect(System.getProperties(), Path.of("/proc/self/maps"));
    }
}
