package io.github.pythonlambda.mojo;

import io.github.pythonlambda.archive.EntryTime;
import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.build.LambdaBuildFactory;
import io.github.pythonlambda.build.LayerFolders;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.Target;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What all goals share: the parameters that say what is built from what, and the way of failures to Maven. */
abstract class AbstractPythonLambdaMojo extends AbstractMojo {

    /** What Maven leaves in ${project.build.directory} of the stub project that Maven makes where there is no pom.xml. */
    private static final String UNRESOLVED = "${project.basedir}" + File.separator;

    /**
     * The function's runtime: {@code python3.8} to {@code python3.14}, or {@code python3.15} as a preview. There is no
     * default, since a layer built silently for the wrong Python fails only when the function is called.
     *
     * <pre>{@code <runtime>python3.13</runtime>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.runtime")
    private @Nullable String runtime;

    /**
     * The function's architecture: {@code arm64} or {@code x86_64}; {@code aarch64} and {@code amd64} are understood too.
     * There is no default. Use either this or {@code architectures}.
     *
     * <pre>{@code <architecture>arm64</architecture>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.architecture")
    private @Nullable String architecture;

    /**
     * Several architectures to build layers for in one go, instead of {@code architecture}.
     *
     * <pre>{@code
     * <architectures>
     *   <architecture>arm64</architecture>
     *   <architecture>x86_64</architecture>
     * </architectures>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.architectures")
    private @Nullable List<String> architectures;

    /**
     * The full Python version that environment markers and {@code Requires-Python} are evaluated for, such as {@code
     * 3.13.5}. The default is a version that was seen in the runtime. AWS moves on to newer ones without notice.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.pythonFullVersion")
    private @Nullable String pythonFullVersion;

    /**
     * One requirements file in pip's format, from anywhere, which makes the one layer {@code layer}. The folders {@code
     * src/layer} and {@code src/layers} are not looked at then. Paths in the file count from the file's own folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.requirementsFile")
    private @Nullable File requirementsFile;

    /**
     * The folder of a single layer, with a {@code requirements.txt}, wheel files, or both. Its zip is {@code
     * layer-<architecture>.zip}. It need not exist.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.layerDirectory", defaultValue = "${basedir}/src/layer")
    private File layerDirectory = new File("src/layer");

    /**
     * A folder with one folder for each layer, each with a {@code requirements.txt}, wheel files, or both. The zips are
     * {@code <folder>-<architecture>.zip}. All layers are resolved together, and a package goes to the first layer that
     * needs it: the one in {@code layerDirectory}, then these by name. The folder need not exist.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.layersDirectory", defaultValue = "${basedir}/src/layers")
    private File layersDirectory = new File("src/layers");

    /**
     * Where the zips and {@code manifest.json} are written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.outputDirectory", defaultValue = "${project.build.directory}/python-lambda")
    private File outputDirectory = new File("target/python-lambda");

    /**
     * A Python interpreter of this machine to run pip with, a path or a command name, instead of the embedded one. It
     * needs CPython 3.8 or newer with pip 23.0 or newer; its version has no influence on what is resolved.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.python")
    private @Nullable String python;

    /**
     * Leaves out the execution.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The time of all entries in the zips, for reproducible builds: ISO 8601 with an offset, or seconds since 1970. If it
     * is not set, the environment variable {@code SOURCE_DATE_EPOCH} counts, and then 1980-02-01.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private @Nullable String outputTimestamp;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Inject
    private @Nullable RepositorySystem repositories;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, since <skip> or -Dpython-lambda.skip says so");
            return;
        }
        try {
            LambdaCatalog catalog = LambdaCatalog.load();
            BuildRequest request = request(catalog);
            warnOfRuntime(request.targets().get(0).runtime());
            run(build(catalog), request);
        } catch (ProblemException e) {
            throw new MojoFailureException(message(e), e);
        } catch (IOException e) {
            throw new MojoExecutionException(message(e), e);
        }
    }

    /** Does what the goal is for. */
    abstract void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException;

    /** The app to package; none for the goals that make only layers. */
    Optional<BuildRequest.App> app() throws ProblemException {
        return Optional.empty();
    }

    /** Whether the goal makes no sense for a project without layers. */
    boolean needsLayers() {
        return true;
    }

    /** Makes a zip an artifact of the project, if there is a project. */
    final Consumer<Path> attacher(@Nullable MavenProjectHelper projectHelper) {
        if (isStandalone()) {
            return zip -> {};
        }
        return zip -> {
            String fileName = zip.getFileName().toString();
            String classifier = fileName.substring(0, fileName.lastIndexOf('.'));
            required(projectHelper).attachArtifact(required(project), "zip", classifier, zip.toFile());
        };
    }

    private boolean isStandalone() {
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

    private static <T> T required(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("Maven has not set a component of this goal");
        }
        return injected;
    }

    private BuildRequest request(LambdaCatalog catalog) throws ProblemException, IOException {
        List<Target> targets = targets(catalog);
        List<LayerFolders.LayerFolder> layers = LayerFolders.find(
                requirementsFile == null ? null : resolve(requirementsFile),
                resolve(layerDirectory),
                resolve(layersDirectory));
        if (layers.isEmpty() && needsLayers()) {
            throw new ProblemException(Problem.of("there is no layer to make")
                    .expected("%s, or %s/<name>/requirements.txt, or wheel files in one of these folders"
                            .formatted(resolve(layerDirectory).resolve("requirements.txt"), resolve(layersDirectory)))
                    .remedy("create one of them, or name a file by <requirementsFile> or"
                            + " -Dpython-lambda.requirementsFile"));
        }
        if (layers.isEmpty()) {
            warnOfMisplacedRequirements();
        }
        return new BuildRequest(
                targets,
                layers,
                app(),
                resolve(new File("")),
                resolve(outputDirectory),
                EntryTime.choose(outputTimestamp, System.getenv("SOURCE_DATE_EPOCH")),
                new ResolveOptions(required(session).isOffline()));
    }

    /** Where other tools look for requirements, and this one does not. */
    private void warnOfMisplacedRequirements() {
        Stream.of("requirements.txt", "src/app/requirements.txt", "src/layers/requirements.txt")
                .map(name -> resolve(new File(name)))
                .filter(Files::isRegularFile)
                .forEach(file -> getLog().warn("No layer is made, and %s is not used; move it to %s, or name it by"
                                .formatted(file, resolve(layerDirectory))
                        + " <requirementsFile> or -Dpython-lambda.requirementsFile"));
    }

    /** A command name as it is, a path from the project's folder. */
    private @Nullable String interpreter() {
        boolean isPath = python != null && (python.contains("/") || python.contains(File.separator));
        return isPath ? resolve(new File(python.strip())).toString() : python;
    }

    private List<Target> targets(LambdaCatalog catalog) throws ProblemException {
        List<String> names = architectures == null
                ? List.of()
                : architectures.stream()
                        .flatMap(name -> Arrays.stream(name.split(",")))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.isEmpty()) {
            return List.of(catalog.target(runtime, architecture, pythonFullVersion));
        }
        if (architecture != null && !architecture.isBlank()) {
            throw new ProblemException(
                    Problem.of("both <architecture> and <architectures> are set")
                            .found(architecture + " and " + String.join(", ", names))
                            .remedy(
                                    "keep one of them (-Dpython-lambda.architecture and -Dpython-lambda.architectures likewise)"));
        }
        List<Target> targets = new ArrayList<>();
        for (String name : names) {
            Target target = catalog.target(runtime, name, pythonFullVersion);
            if (!targets.contains(target)) {
                targets.add(target);
            }
        }
        return targets;
    }

    private void warnOfRuntime(LambdaRuntime used) {
        if (used.preview()) {
            getLog().warn(used + " is a preview: AWS gives no support for it, and it may change");
        }
        if (used.isDeprecated(LocalDate.now())) {
            getLog().warn("AWS has ended its support of %s on %s%s"
                    .formatted(
                            used,
                            used.deprecation(),
                            used.blockUpdate() == null
                                    ? ""
                                    : "; functions cannot be updated from " + used.blockUpdate() + " on"));
        }
    }

    private LambdaBuild build(LambdaCatalog catalog) throws IOException {
        MavenSession maven = required(session);
        Path cache = maven.getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .toAbsolutePath()
                .resolve(".cache")
                .resolve("python-lambda");
        return new LambdaBuildFactory(
                        HostPlatform.detect(System.getProperties(), Path.of("/proc/self/maps")),
                        cache,
                        new MavenJarSource(
                                required(repositories),
                                maven.getRepositorySession(),
                                required(project).getRemotePluginRepositories()),
                        interpreter(),
                        catalog.limits(),
                        new MavenBuildLog(getLog(), maven.getRequest().isInteractiveMode()))
                .create();
    }
}
