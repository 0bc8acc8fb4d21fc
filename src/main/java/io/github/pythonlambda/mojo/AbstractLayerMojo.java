package io.github.pythonlambda.mojo;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.archive.EntryTime;
import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.build.BuildResult;
import io.github.pythonlambda.build.CheckOptions;
import io.github.pythonlambda.build.LambdaBuild;
import io.github.pythonlambda.build.LambdaBuildFactory;
import io.github.pythonlambda.build.LayerFileName;
import io.github.pythonlambda.build.LayerFolders;
import io.github.pythonlambda.build.LockLocation;
import io.github.pythonlambda.build.LockOptions;
import io.github.pythonlambda.build.ReusePolicy;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.LockChoice;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.sharing.FolderUse;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.uptodate.BuildInputs;
import io.github.pythonlambda.uptodate.KeptBuild;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that make layers: the parameters that say what is built from what. */
abstract class AbstractLayerMojo extends AbstractProjectMojo {

    private static final String PREFIX = "python-lambda";

    private static final List<String> MISPLACED_REQUIREMENTS =
            List.of("requirements.txt", "src/app/requirements.txt", "src/layers/requirements.txt");

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
     * Layers that take packages by their names, out of the layers that require them, in this order; what no pattern matches
     * stays where it is. {@code *} stands for any characters, {@code ?} for one. Each layer has its own zip, so that a change
     * in one uploads nothing of the others. As a property, without {@code excludes}: {@code
     * -Dpython-lambda.layers=science=numpy:pandas,google=google-*}.
     *
     * <pre>{@code
     * <layers>
     *   <layer>
     *     <name>steady</name>
     *     <includes>
     *       <include>*</include>
     *     </includes>
     *     <excludes>
     *       <exclude>acme-*</exclude>
     *     </excludes>
     *   </layer>
     * </layers>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.layers")
    private @Nullable List<LayerParameter> layers;

    /**
     * The name of each layer's zip without its ending, in which <code>{layer}</code> and <code>{architecture}</code> stand
     * for the layer's name and architecture. Each has to be there if there are several.
     *
     * <pre>{@code <layerFinalName>dependencies</layerFinalName>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.layerFinalName", defaultValue = LayerFileName.DEFAULT_PATTERN)
    private @Nullable String layerFinalName;

    /**
     * Whether the zips carry compiled modules ({@code __pycache__/*.pyc}) beside their sources. Lambda cannot write any, so
     * without them every cold start compiles all that it imports. They are made by a CPython of the runtime's minor version:
     * {@code python}, if it has that version, or the embedded one. They make zips about half larger.
     *
     * <pre>{@code <bytecode>true</bytecode>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.bytecode", defaultValue = "false")
    private boolean bytecode;

    /**
     * The package index, instead of pip's default or configured one: a URL, or a URL with the id of the {@code <server>}
     * of settings.xml that has its login.
     *
     * <pre>{@code
     * <index>
     *   <url>https://index.example/simple</url>
     *   <serverId>our-index</serverId>
     * </index>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.index")
    private @Nullable IndexParameter index;

    /**
     * Indexes beside the first one. pip treats all alike and takes the newest release, whichever of them has it; so a
     * stranger's package of the same name may win over your own. Each is a URL or has the two elements of {@code index}.
     *
     * <pre>{@code
     * <extraIndexes>
     *   <index>https://other-index.example/simple</index>
     * </extraIndexes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.extraIndexes")
    private @Nullable List<IndexParameter> extraIndexes;

    /**
     * Folders with wheels, or pages with links to them, to look at beside the indexes. Each is a path, a URL, or has the
     * two elements of {@code index}.
     *
     * <pre>{@code
     * <findLinks>
     *   <folder>wheels</folder>
     * </findLinks>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.findLinks")
    private @Nullable List<IndexParameter> findLinks;

    /**
     * What may be built from source on this machine: {@code refuse}, {@code pure} for everything that could be pure
     * Python, or the names of projects, with commas. It applies to sources of an index and to archives, repositories and
     * folders that requirements name. Only wheels that run on every machine are accepted as a result.
     *
     * <pre>{@code <sdists>pure</sdists>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.sdists", defaultValue = "refuse")
    private String sdists = "refuse";

    /**
     * A folder of wheels that were fetched beforehand, to look at beside the indexes, and with {@code -o} instead of them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.wheelhouse")
    private @Nullable File wheelhouse;

    /**
     * The name of a package to explain: why it is in the layer, who wants it, which releases there were to choose from and
     * why this wheel was chosen. It is resolved anew for that.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.explain")
    private @Nullable String explain;

    /**
     * The lock of the execution. The default is {@code pylock.toml} beside the one requirements file, or in the folder of the
     * layers; where executions for several runtimes share it, the others have their runtime in the name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.lockFile")
    private @Nullable File lockFile;

    /**
     * Extras to install of a lock that offers some.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.extras")
    private @Nullable List<String> extras;

    /**
     * Dependency groups to install of a lock that offers some, instead of those that it names as its default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.dependencyGroups")
    private @Nullable List<String> dependencyGroups;

    /**
     * How long the answer of a resolution without a lock is used again while nothing has changed that it depends on: a number
     * with {@code d}, {@code h} or {@code m}, such as {@code 12h}; {@code 0} to resolve in every build. {@code -U} resolves
     * anew, too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.resolveEvery", defaultValue = "1d")
    private String resolveEvery = "1d";

    /**
     * What the findings of rules are: {@code off}, {@code warn} or {@code error}. A reason says why to those who read the
     * pom or the report; {@code off} should have one. As a property: {@code
     * -Dpython-lambda.rules=elf-library=off,stdlib-module=warn}.
     *
     * <pre>{@code
     * <rules>
     *   <rule>
     *     <id>elf-library</id>
     *     <severity>off</severity>
     *     <reason>the plug-ins for the desktop are never loaded</reason>
     *   </rule>
     * </rules>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.rules")
    private @Nullable List<RuleParameter> rules;

    /**
     * Unzipped size of layers that the function has from elsewhere, such as the Lambda Web Adapter's, which counts in
     * AWS's quota and in {@code maxSize}: bytes, or a number with a unit such as {@code 12MB} or {@code 12MiB}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.otherLayersSize", defaultValue = "0")
    private String otherLayersSize = "0";

    /**
     * What the app and all of its layers may take at most, unzipped: bytes, or a number with a unit such as {@code 80MB} or
     * {@code 80MiB}. The default is AWS's quota of 250 MiB.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.maxSize")
    private @Nullable String maxSize;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private @Nullable MojoExecution execution;

    /**
     * The time of all entries in the zips, for reproducible builds: ISO 8601 with an offset, or seconds since 1970. If it
     * is not set, the environment variable {@code SOURCE_DATE_EPOCH} counts, and then 1980-02-01.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private @Nullable String outputTimestamp;

    /** The app to package for some architectures; none for the goals that make only layers. */
    Optional<BuildRequest.App> app(List<Architecture> forArchitectures) throws ProblemException {
        return Optional.empty();
    }

    /** Whether the goal makes no sense for a project without layers. */
    boolean needsLayers() {
        return true;
    }

    /** Does what the goal is for. */
    abstract void run(LambdaBuild build, BuildRequest request) throws ProblemException, IOException;

    /** Whether pip is asked, if there are requirements and no lock; false if that depends on what is kept. */
    boolean asksPip() {
        return false;
    }

    /** The one requirements file, if the user names one. */
    private @Nullable Path requirements() {
        return requirementsFile == null ? null : resolve(requirementsFile);
    }

    private Path baseDirectory() {
        return resolve(new File(""));
    }

    private boolean mayAskPip(List<LayerFolders.LayerFolder> folders) {
        return lockFile == null
                && folders.stream().anyMatch(folder -> folder.requirementsFile().isPresent())
                && folders.stream().noneMatch(folder -> folder.lock().isPresent());
    }

    private final List<String> warnings = new ArrayList<>();

    /** For goals that leave zips: what Maven has set this one to, and where its last build is kept. */
    final ZipBuild zipBuild(Consumer<Path> attacher) {
        return new ZipBuild(
                getLog(),
                new ResultReport(getLog(), attacher, writtenFiles()),
                keptBuild(),
                GoalSettings.of(this, required(execution).getMojoDescriptor(), System.getenv()));
    }

    private KeptBuild keptBuild() {
        MojoExecution own = required(execution);
        return new KeptBuild(cache().builds(), outputDirectory(), own.getGoal() + "-" + own.getExecutionId());
    }

    /** Whether what the last build has left is still good. */
    final boolean isUpToDate(ZipBuild zips) {
        boolean anew = session().getRequest().isUpdateSnapshots() && !session().isOffline();
        return (explain == null || explain.isBlank()) && zips.isUpToDate(System.getenv(), anew);
    }

    /** Tells and keeps what was built. */
    final void finish(ZipBuild zips, BuildRequest request, BuildResult result) {
        List<Path> places = new ArrayList<>(MISPLACED_REQUIREMENTS.stream()
                .map(name -> resolve(new File(name)))
                .toList());
        places.add(resolve(layerDirectory));
        places.add(resolve(layersDirectory));
        File plugin = required(execution)
                .getMojoDescriptor()
                .getPluginDescriptor()
                .getPluginArtifact()
                .getFile();
        places.add(plugin.toPath());
        BuildInputs inputs = result.inputs();
        boolean byForeignPython = interpreter() != null && (inputs.resolved() || bytecode);
        Instant limit = byForeignPython || !plugin.isFile()
                ? Instant.MIN
                : nextWarning(request.targets().get(0).runtime());
        zips.finish(result, inputs.with(places, limit), warnings);
    }

    /** When a warning is due that depends on nothing but the time. */
    private static Instant nextWarning(LambdaRuntime used) {
        LocalDate day = used.deprecation();
        return day == null || used.isDeprecated(LocalDate.now())
                ? Instant.MAX
                : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private void warn(String text) {
        warnings.add(text);
        getLog().warn(text);
    }

    @Override
    final void run() throws ProblemException, IOException {
        List<LayerFolders.LayerFolder> folders =
                LayerFolders.find(requirements(), resolve(layerDirectory), resolve(layersDirectory));
        boolean ahead = asksPip() && mayAskPip(folders);
        // Otherwise mistakes in the parameters are told before anything is waited for.
        BuildRequest early = ahead ? null : request(LambdaCatalog.load(), folders);
        FolderUse use = useOfCache();
        try (MavenBuildLog log = new MavenBuildLog(
                        getLog(),
                        this::warn,
                        ProgressDisplay.of(getLog(), session().getRequest()));
                LambdaBuild build = build(log)) {
            if (ahead) {
                build.expectQuestion(baseDirectory());
            }
            BuildRequest request = early != null ? early : request(LambdaCatalog.load(), folders);
            warnOfRuntime(request.targets().get(0).runtime());
            run(build, request);
        } finally {
            use.close();
        }
    }

    private void warnOfRuntime(LambdaRuntime used) {
        if (used.preview()) {
            warn(used + " is a preview: AWS gives no support for it, and it may change");
        }
        if (used.isDeprecated(LocalDate.now())) {
            warn("AWS has ended its support of %s on %s%s"
                    .formatted(
                            used,
                            used.deprecation(),
                            used.blockUpdate() == null
                                    ? ""
                                    : "; functions cannot be updated from " + used.blockUpdate() + " on"));
        }
    }

    private LambdaBuild build(MavenBuildLog log) {
        return new LambdaBuildFactory(AbstractPythonLambdaMojo::host, cache(), jars(), interpreter(), log).create();
    }

    /** What the parameters ask for. */
    private BuildRequest request(LambdaCatalog catalog, List<LayerFolders.LayerFolder> folders)
            throws ProblemException, IOException {
        List<Target> targets = targets(catalog);
        CheckOptions checking = checking(catalog.limits());
        Path requirements = requirements();
        if (folders.isEmpty() && needsLayers()) {
            throw new ProblemException(Problem.of("there is no layer to make")
                    .expected("%s, or %s/<name>/requirements.txt, or wheel files in one of these folders"
                            .formatted(resolve(layerDirectory).resolve("requirements.txt"), resolve(layersDirectory)))
                    .remedy("create one of them, or name a file by <requirementsFile> or"
                            + " -Dpython-lambda.requirementsFile"));
        }
        if (folders.isEmpty()) {
            warnOfMisplacedRequirements();
        }
        LayerSplit split = new LayerParameters(
                        folders.stream().map(LayerFolders.LayerFolder::name).toList())
                .split(layers);
        return new BuildRequest(
                targets,
                folders,
                split,
                app(targets.stream().map(Target::architecture).toList()),
                baseDirectory(),
                outputDirectory(),
                Optional.of(keptBuild().folder()),
                LayerFileName.parse(
                        layerFinalName, folders.size() + split.parts().size(), targets.size()),
                EntryTime.choose(outputTimestamp, System.getenv("SOURCE_DATE_EPOCH")),
                new ResolveOptions(
                        session().isOffline(),
                        indexes(),
                        wheelhouse(),
                        SdistPolicy.parse(sdists),
                        explain == null || explain.isBlank()
                                ? Optional.empty()
                                : Optional.of(new ProjectName(explain.strip()))),
                new LockOptions(lockLocation(folders, requirements, targets), lockChoice(), lockCommand()),
                new ReusePolicy(
                        DurationText.parse(resolveEvery, "resolveEvery"),
                        session().getRequest().isUpdateSnapshots()),
                checking,
                bytecode,
                writtenFiles().ofOthers());
    }

    /** What the executions of this project have written so far. */
    private WrittenFiles writtenFiles() {
        MojoExecution own = required(execution);
        return new WrittenFiles(context(), own.getGoal() + "@" + own.getExecutionId());
    }

    private CheckOptions checking(Limits limits) throws ProblemException {
        return new CheckOptions(
                new RuleParameters(this::warn).policy(rules),
                limits,
                bytes(otherLayersSize, "otherLayersSize"),
                maxSize == null || maxSize.isBlank()
                        ? OptionalLong.empty()
                        : OptionalLong.of(bytes(maxSize, "maxSize")));
    }

    private static long bytes(String text, String name) throws ProblemException {
        return ByteSize.parse(text)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("<%1$s> or -Dpython-lambda.%1$s is no size".formatted(name))
                                .expected("bytes, or a number with a unit: 12000000, 12MB, 12MiB")
                                .found("'" + text + "'")
                                .remedy("correct it")));
    }

    private Optional<Path> wheelhouse() throws ProblemException {
        if (wheelhouse == null) {
            return Optional.empty();
        }
        Path folder = resolve(wheelhouse);
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(Problem.of("the wheelhouse is no folder")
                    .at(folder)
                    .expected("a folder of wheels, such as 'pip download -d' fills")
                    .remedy("create it, or correct <wheelhouse> or -Dpython-lambda.wheelhouse"));
        }
        return Optional.of(folder);
    }

    private LockLocation lockLocation(
            List<LayerFolders.LayerFolder> folders, @Nullable Path requirements, List<Target> targets) {
        return lockFile == null
                ? LockLocation.find(
                        folders,
                        requirements,
                        resolve(layersDirectory),
                        targets.get(0).runtime())
                : LockLocation.of(resolve(lockFile));
    }

    private LockChoice lockChoice() {
        List<String> groups = texts(dependencyGroups);
        return new LockChoice(names(texts(extras)), groups.isEmpty() ? null : names(groups));
    }

    private static Set<ProjectName> names(List<String> texts) {
        return texts.stream().map(ProjectName::new).collect(Collectors.toSet());
    }

    /** The command that brings the lock of this execution up to date. */
    private String lockCommand() {
        MojoExecution own = required(execution);
        boolean isNamed = !isStandalone() && !own.getExecutionId().equals("default-cli");
        return "mvn "
                + (isStandalone() ? own.getGroupId() + ":" + own.getArtifactId() + ":" + own.getVersion() : PREFIX)
                + ":lock" + (isNamed ? "@" + own.getExecutionId() : "");
    }

    private IndexSettings indexes() throws ProblemException {
        return new IndexParameters(secrets(), this::resolve, this::warn)
                .settings(index, extraIndexes, findLinks, new UserEnvironment(System.getenv()));
    }

    /** Where other tools look for requirements, and this one does not. */
    private void warnOfMisplacedRequirements() {
        MISPLACED_REQUIREMENTS.stream()
                .map(name -> resolve(new File(name)))
                .filter(Files::isRegularFile)
                .forEach(file -> warn("No layer is made, and %s is not used; move it to %s, or name it by"
                                .formatted(file, resolve(layerDirectory))
                        + " <requirementsFile> or -Dpython-lambda.requirementsFile"));
    }

    private List<Target> targets(LambdaCatalog catalog) throws ProblemException {
        List<String> names = texts(architectures);
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

    /** The members of a list, which a property gives with commas. */
    private static List<String> texts(@Nullable List<String> members) {
        return members == null
                ? List.of()
                : members.stream()
                        .flatMap(member -> Arrays.stream(member.split(",")))
                        .map(String::strip)
                        .filter(member -> !member.isEmpty())
                        .toList();
    }
}
